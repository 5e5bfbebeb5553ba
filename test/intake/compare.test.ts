import t from 'tap'
import type { Item, ListFile } from '../../src/lists/list.ts'
import { itemsOf, noticed, permits, prohibits, read } from './made/lists.ts'
import { docx, p, simple, tbl } from './made/word.ts'

const source = { document: 'law' }
const text = { zh: '甲', en: 'a' }
const own = { text, grade: 'editorial', source } as const
const list = (items: Item[], more: Partial<ListFile> = {}): ListFile => ({ ...prohibits, ...more, items })
const statuses = (reading: Awaited<ReturnType<typeof read>>) =>
  reading.report.rows.map((row) => [row.status, row.item.name, ...row.fields])

t.test('each row is added, changed, removed or unchanged', async (t) => {
  const before = list([
    { no: 1, name: '甲证明' },
    { no: 2, name: '乙证明' },
    { no: 3, name: '丙证明' },
  ])
  const reading = await read(
    simple([
      ['1', '甲证明'],
      ['2', '丁证明'],
      ['3', '乙证明（戊证明）'],
    ]),
    before,
  )
  t.same(statuses(reading), [
    ['unchanged', '甲证明'],
    ['added', '丁证明'],
    ['changed', '乙证明', 'no', 'subNames'],
    ['removed', '丙证明'],
  ])
})

t.test('of two items of one name, the one of the same category is replaced', async (t) => {
  const before = list([
    { no: 1, name: '甲证明', category: '乙局' },
    { no: 2, name: '甲证明', category: '丙局' },
  ])
  const bytes = simple(
    [
      ['1', '甲证明', '丙局'],
      ['2', '甲证明', '乙局'],
      ['3', '甲证明', '丁局'],
    ],
    ['序号', '证明名称', '部门'],
  )
  t.same(statuses(await read(bytes, before)), [
    ['changed', '甲证明', 'no'],
    ['changed', '甲证明', 'no'],
    ['added', '甲证明'],
  ])
})

t.test('what comes back in a list that was exported is not added again', async (t) => {
  const other = { ...own, text: { zh: '丙', en: 'c' } }
  const before = list([{ no: 1, name: '甲证明', exceptions: [own, other], instead: [own], note: text }])
  const headers = ['序号', '证明名称', '例外情形', '替代方式', '备注']
  const back = simple([['1', '甲证明', p('甲') + p('丙'), '甲', '甲']], headers)
  t.strictSame(itemsOf(await read(back, before)), before.items)
  t.match(itemsOf(await read(simple([['1', '甲证明', p('甲') + p('丁'), '乙', '乙']], headers), before)), [
    {
      exceptions: [{ text: { zh: '清单例外：甲\n丁' } }, own, other],
      instead: [{ text: { zh: '清单写明：乙' } }, own],
      note: { zh: '清单备注：乙\n另：甲' },
    },
  ])
})

t.test('what was recorded beside the printed words survives under the same name', async (t) => {
  const before = list([
    { no: 1, name: '甲证明', exceptions: [own], instead: [own], note: text, from: '2020-01-01', to: '2030-01-01' },
  ])
  t.strictSame(itemsOf(await read(simple([['1', '甲证明']]), before)), before.items)
  const gone = await read(simple([['1', '乙证明']]), before)
  t.same(itemsOf(gone), [{ no: 1, name: '乙证明' }])
  t.ok(noticed(gone).includes('lost-additions'), 'what is lost with a name is pointed out')
  t.notOk(noticed(await read(simple([['1', '乙证明']]), list([{ no: 1, name: '甲证明' }]))).includes('lost-additions'))
})

t.test('printed remarks and exceptions are written anew, ours stay beside them', async (t) => {
  const bytes = (remark: string) =>
    simple([['1', '甲证明', remark, remark, remark]], ['序号', '证明名称', '备注', '例外', '替代方式'])
  const first = await read(
    bytes('旧'),
    list([{ no: 1, name: '甲证明', note: text, exceptions: [own], instead: [own] }]),
  )
  const [once] = itemsOf(first)
  t.match(once, { note: { zh: '清单备注：旧\n另：甲', en: 'Remark printed in the list (in Chinese): 旧\nFurther: a' } })
  t.equal(once?.exceptions?.length, 2)
  const again = await read(bytes('旧'), first.list)
  t.ok(again.report.upToDate, 'the same import again changes nothing')
  const [later] = itemsOf(await read(bytes('新'), first.list))
  t.match(later, { note: { zh: '清单备注：新\n另：甲' }, instead: [{ text: { zh: '清单写明：新' } }, own] })
  const [blank] = itemsOf(await read(bytes(''), first.list))
  t.same(blank, { no: 1, name: '甲证明', note: text, exceptions: [own], instead: [own] })
  const plain = await read(bytes('旧'), list([]))
  t.notOk(itemsOf(await read(bytes(''), plain.list))[0]?.note)
})

t.test('an item rests on the annex, unless its own source is as good and its words are the same', async (t) => {
  const item = (more: Partial<Item>): Item => ({ no: 1, name: '甲证明', source, ...more })
  const after = async (before: Item, options = {}) =>
    itemsOf(await read(simple([['1', '甲证明']]), list([before]), options))[0]
  t.same((await after(item({ grade: 'official' })))?.source, source)
  t.same((await after(item({})))?.source, source)
  t.notOk((await after(item({ grade: 'reference' })))?.source)
  t.same((await after(item({ grade: 'reference' }), { grade: 'reference' }))?.grade, 'reference')
  t.notOk((await after(item({ no: 2 })))?.source)
  t.ok(noticed(await read(simple([['1', '甲证明']]), list([item({ grade: 'reference' })]))).includes('dropped-source'))
})

t.test('an absent list becomes complete and official, and no longer says why it was missing', async (t) => {
  const bytes = simple([['1', '甲证明']])
  const made = await read(bytes)
  t.match(made.list, { id: 'annex-5', completeness: 'complete', grade: 'official', reviewed: '2026-11-22' })
  t.notOk(made.list?.note)
  t.notOk(made.list?.supply)
  t.ok(noticed(made).includes('dropped-note'))
  const partial = await read(bytes, permits, { completeness: 'partial', grade: 'reference' })
  t.match(partial.list, { completeness: 'partial', grade: 'reference', note: permits.note, supply: permits.supply })
  const complete = await read(bytes, list([], { note: text }))
  t.same(complete.list?.note, text, 'the note of a complete list has another reason, and stays')
})

t.test('the same content again leaves the list as it is', async (t) => {
  const bytes = docx(
    p('清单（第一批）') +
      tbl([
        ['序号', '证明名称'],
        ['1', '甲证明'],
      ]),
  )
  const first = await read(bytes)
  t.equal(first.report.upToDate, false)
  const again = await read(bytes, first.list, { date: '2027-01-01' })
  t.equal(again.report.upToDate, true)
  t.strictSame(again.list, first.list)
  const saved = await read(
    Buffer.from(
      docx(
        p('清单（第一批）') +
          tbl([
            ['序号', '证明名称'],
            ['1', '甲证明 '],
          ]),
      ),
    ),
    first.list,
    { date: '2027-01-01' },
  )
  t.match(
    saved.list,
    { reviewed: '2026-11-22', provenance: { imported: '2027-01-01' } },
    'the same words in another file change the provenance only',
  )
})
