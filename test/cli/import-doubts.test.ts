import t from 'tap'
import { commandFor, doubtLines } from '../../src/cli/import-doubts.ts'
import { say } from '../../src/documents/message.ts'
import * as entryWords from '../../src/intake/messages/entry-messages.ts'
import * as rowWords from '../../src/intake/messages/table-messages.ts'

const row = (no: number) => ({ table: '1', row: no })
const issuers = [3, 4, 5, 8].map((no) => entryWords.otherIssuer(row(no), '派出所'))

t.test('doubts of one kind are one, each place with its text, and one answer for all', (t) => {
  const lines = doubtLines([...issuers, rowWords.emptyList(), say('x', '坏了', 'broken')], '停下 ', 'zh')
  t.same(lines.slice(0, 2), ['停下 出具单位不是村（居）委会（4 处）：', '    表1 第3行：“派出所”'])
  t.ok(lines.includes('    仍读入：--keep-row T1R3-R5,T1R8'), lines.join('\n'))
  t.ok(lines.includes('    不读：--skip-row T1R3-R5,T1R8'))
  t.match(lines.at(-2), /清单是空的/)
  t.equal(lines.at(-1), '停下 坏了')
  t.same(doubtLines(issuers.slice(0, 1), '', 'en'), [issuers[0]?.en], 'one alone is its sentence')
  const many = doubtLines(
    Array.from({ length: 25 }, (_, at) => entryWords.noCategory(row(at + 1))),
    '',
    'en',
  )
  t.match(many[0], /empty below a filled one \(25 places\):/)
  t.ok(many.includes('    and 5 more'))
  t.ok(many.includes('    to carry the value down: --fill-down'))
  t.ok(
    doubtLines(
      Array.from({ length: 21 }, (_, at) => entryWords.noCategory(row(at + 1))),
      '',
      'zh',
    ).includes('    另有 1 处'),
  )
  t.match(doubtLines(issuers, '', 'en')[1], '    table 1, row 3: "派出所"')
  t.end()
})

t.test('one command gives each doubt the first of its answers', (t) => {
  const given = 'import 附件5.docx --list annex-5'
  const brackets = [3, 4].map((no) => entryWords.bracket(row(no), '甲证明（乙）'))
  t.match(
    commandFor([...issuers, ...brackets, entryWords.noNumber(row(2), 'x')], given, 'zh'),
    `：\nqingdan ${given} --keep-row T1R3-R5,T1R8 --brackets T1R3=part --brackets T1R4=part --renumber`,
  )
  t.match(commandFor([rowWords.unknownTable({ table: '2' }, '甲')], given, 'en'), /is:\nqingdan .* --skip-table T2$/)
  t.match(
    commandFor(
      [entryWords.lonelyParagraph({ paragraph: 7 }, '甲'), entryWords.oddParagraph({ paragraph: 8 }, '乙')],
      given,
      'en',
    ),
    '--keep-row P7 --skip-row P8',
  )
  t.equal(commandFor([], given, 'zh'), undefined)
  t.equal(commandFor([rowWords.emptyList()], given, 'zh'), undefined, 'no option makes an empty list full')
  t.equal(commandFor([say('x', '坏了', 'broken')], given, 'zh'), undefined)
  t.equal(commandFor([rowWords.noNameColumn(row(1), ['甲'])], given, 'zh'), undefined, 'a person has to say which')
  t.end()
})
