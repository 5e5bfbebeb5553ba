import type { Test } from 'tap'
import t from 'tap'
import { doubts, names, read } from '../intake/made/lists.ts'
import { grid, xlsx } from '../intake/made/sheet.ts'
import { docx, p, simple, tbl, wordParts } from '../intake/made/word.ts'
import { zip } from '../intake/made/zip.ts'

const good = simple([['1', '甲证明']])
const ole = (inside: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from(inside, 'utf16le')])
const refused = async (t: Test, bytes: Buffer, code: string, name = '附件5.docx') => {
  const reading = await read(bytes, undefined, {}, name)
  t.same(doubts(reading), [code], `${name}: ${code}`)
  t.notOk(reading.list, 'nothing to write')
  t.same(reading.report.rows, [])
}

t.test('a renamed file is told for what it is', async (t) => {
  // Where LibreOffice is installed, an old format is converted.
  const { PATH } = process.env
  process.env.PATH = t.testdir()
  t.teardown(() => {
    process.env.PATH = PATH
  })
  await refused(t, ole('WordDocument'), 'old-office')
  await refused(t, ole('Workbook'), 'old-office', '附件5.xlsx')
  await refused(t, ole('EncryptedPackage'), 'encrypted')
  await refused(t, ole('Other'), 'other-kind')
  for (const head of ['<html><body>', 'MIME-Version: 1.0', 'Rar!', 'anything else'])
    await refused(t, Buffer.from(head, 'latin1'), 'other-kind')
  for (const head of ['%PDF-1.7', '\x89PNG', '\xff\xd8\xff', 'PK\x03\x04 OFD.xml'])
    await refused(t, Buffer.from(head, 'latin1'), 'no-text-file')
  await refused(t, Buffer.from('{\\rtf1'), 'old-office')
  for (const name of ['附件5.pdf', '附件5.ofd', '附件5.jpg']) await refused(t, Buffer.from('x'), 'no-text-file', name)
  await refused(t, Buffer.from('x'), 'other-kind', '附件5.wps')
  await refused(t, good, 'other-kind', '附件5.csv')
  await refused(t, good, 'other-kind', '附件5.xlsx')
  await refused(
    t,
    xlsx([
      {
        name: 'a',
        rows: grid([
          ['序号', '证明名称'],
          ['1', '甲证明'],
        ]),
      },
    ]),
    'other-kind',
  )
  await refused(t, zip([['content.xml', '<x/>']]), 'other-kind')
  await refused(t, good, 'unknown-extension', '附件5.zip')
  await refused(t, good, 'unknown-extension', '附件5')
  t.same(names(await read(good, undefined, {}, '附件5.DOCX')), ['甲证明'], 'capital letters do not matter')
  t.same(names(await read(good, undefined, {}, '附件5.docm')), ['甲证明'], 'nor do macros, which are never run')
  t.same(
    names(
      await read(
        xlsx([
          {
            name: 'a',
            rows: grid([
              ['序号', '证明名称'],
              ['1', '甲证明'],
            ]),
          },
        ]),
        undefined,
        {},
        '附件5.xlsm',
      ),
    ),
    ['甲证明'],
  )
})

t.test('a damaged file is refused', async (t) => {
  await refused(t, Buffer.alloc(0), 'empty-file')
  await refused(t, good.subarray(0, good.length - 40), 'broken-file')
  await refused(t, Buffer.alloc(50 * 2 ** 20 + 1), 'file-too-large')
  await refused(t, zip([['word/other.xml', '<x/>']]), 'missing-part')
  await refused(t, zip(wordParts(p('x')), { badSum: 'word/document.xml' }), 'broken-file')
  await refused(t, zip(wordParts(p('x')), { encrypted: 'word/document.xml' }), 'encrypted')
  await refused(t, zip([...wordParts(p('x')), ['word/document.xml', '<x/>']]), 'broken-file')
  await refused(t, zip([['word/document.xml', '<w:document><w:body>']]), 'broken-file')
  await refused(t, zip([['word/document.xml', Buffer.from([0x3c, 0x78, 0x3e, 0xff, 0xfe, 0xfd])]]), 'broken-file')
})

t.test('a file made to exhaust the reader is refused', async (t) => {
  const spaces = Buffer.alloc(20 * 2 ** 20, 0x20)
  await refused(t, zip([['word/document.xml', spaces]]), 'zip-bomb')
  await refused(t, zip([['word/document.xml', spaces]], { claims: { 'word/document.xml': 10 } }), 'broken-file')
  await refused(t, zip([['word/document.xml', '<x/>']], { claims: { 'word/document.xml': 2 ** 31 } }), 'zip-bomb')
  await refused(t, zip([...wordParts(p('x')), ['bomb.bin', 'x']], { claims: { 'bomb.bin': 2 ** 31 } }), 'zip-bomb')
  await refused(t, zip(Array.from({ length: 5001 }, (_, at): [string, string] => [`${at}`, ''])), 'zip-bomb')
  await refused(t, docx('<w:x>'.repeat(500) + '</w:x>'.repeat(500)), 'too-large')
  await refused(t, docx(tbl([['<w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr><w:p/></w:tc>']])), 'too-large')
  await refused(t, docx(tbl(Array.from({ length: 50_001 }, () => '<w:tr/>'))), 'too-large')
})

t.test('DTDs and entities are refused, the five of XML are read', async (t) => {
  const body = (head: string, text: string) =>
    zip([
      [
        'word/document.xml',
        `<?xml version="1.0"?>${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${tbl(
          [
            ['序号', '证明名称'],
            ['1', 'X'],
          ],
        ).replace('>X<', `>${text}<`)}</w:body></w:document>`,
      ],
    ])
  await refused(t, body('<!DOCTYPE x [<!ENTITY a "boom"><!ENTITY b "&a;&a;">]>', '&b;'), 'doctype')
  await refused(t, body('<!DOCTYPE x SYSTEM "file:///etc/passwd">', 'x'), 'doctype')
  await refused(t, body('', '&a;'), 'doctype')
  t.same(names(await read(body('', '甲&amp;乙证明'))), ['甲&乙证明'])
  t.same(names(await read(body('', '<![CDATA[甲证明]]>'))), ['甲证明'])
})

t.test('a part in UTF-16 is read', async (t) => {
  const xml = wordParts(
    tbl([
      ['序号', '证明名称'],
      ['1', '甲证明'],
    ]),
  )
  const wide = Buffer.concat([
    Buffer.from([0xff, 0xfe]),
    Buffer.from((xml[2] as [string, string])[1].replace('UTF-8', 'UTF-16'), 'utf16le'),
  ])
  t.same(names(await read(zip([['word/document.xml', wide]]))), ['甲证明'])
  t.same(names(await read(zip([['word/document.xml', Buffer.from(wide).swap16()]]))), ['甲证明'])
})

t.test('a file without a list, or with an empty one, is refused', async (t) => {
  await refused(t, docx(p('通知')), 'no-list')
  await refused(t, docx(''), 'no-list')
  await refused(t, docx(tbl([['', '']])), 'no-list')
  t.same(doubts(await read(simple([]))), ['empty-list'])
  t.same(doubts(await read(simple([['合计', '0']]))), ['empty-list'])
})

t.test('the parts of a document may have other names', async (t) => {
  const [, , main] = wordParts(
    tbl([
      ['序号', '证明名称'],
      ['1', '甲证明'],
    ]),
  )
  const relations =
    '<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="word/document2.xml"/><Other/></Relationships>'
  const own =
    '<Relationships><Relationship Id="s" Type="http://x/styles" Target="s.xml"/><Relationship Id="n" Type="http://x/numbering" Target="n.xml"/><Relationship/></Relationships>'
  t.same(
    names(
      await read(
        zip([
          ['_rels/.rels', relations],
          ['word/document2.xml', main?.[1] ?? ''],
          ['word/_rels/document2.xml.rels', own],
        ]),
      ),
    ),
    ['甲证明'],
  )
})

t.test('a fault of the program is not passed off as the file’s', async (t) => {
  await t.rejects(
    read(good, undefined, {
      comparable: () => {
        throw new TypeError('bug')
      },
    }),
    TypeError,
  )
  await t.rejects(read(null as unknown as Buffer), TypeError)
})
