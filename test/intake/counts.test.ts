import t from 'tap'
import { doubts, names, permits, read } from './made/lists.ts'
import { docx, p, tbl, tr, wide } from './made/word.ts'

const HEAD = ['序号', '证明事项名称']
const rows = (...of: string[]) => of.map((name, at) => [String(at + 1), name])

t.test('a number in the title is compared with what was read', async (t) => {
  const of = async (title: string, options = {}) =>
    doubts(await read(docx(p(title) + tbl([HEAD, ...rows('甲证明', '乙证明')])), permits, options))
  for (const title of ['保留清单（共2项）', '保留清单（共二项）', '保留清单（2项）', '保留清单'])
    t.same(await of(title), [], title)
  for (const title of ['保留清单（共5项）', '保留清单（共３项）', '保留清单（五项）', '保留清单，共计3个'])
    t.same(await of(title), ['count-differs'], title)
  t.same(await of('保留清单（共5项）', { keep: ['P1'] }), [])
  t.match((await read(docx(p('保留清单（共5项）') + tbl([HEAD, ...rows('甲证明')])))).report.doubts[0]?.zh, '5 / 1')
})

t.test('so is that of a heading, a batch and a total', async (t) => {
  const grouped = (first: string, second: string) =>
    docx(tbl([HEAD, tr([wide(first, 2)]), ['1', '甲证明'], ['2', '乙证明'], tr([wide(second, 2)]), ['3', '丙证明']]))
  t.same(doubts(await read(grouped('一、民政部门（2项）', '二、公安部门（1项）'))), [])
  t.same(doubts(await read(grouped('一、民政部门（3项）', '二、公安部门（1项）'))), ['count-differs'])
  t.same(doubts(await read(grouped('一、民政部门（2项）', '二、公安部门（4项）'))), ['count-differs'])
  const batches = (count: string) =>
    docx(
      p('保留清单（第一批，共1项）') +
        tbl([HEAD, ...rows('甲证明')]) +
        p(`保留清单（第二批，共${count}项）`) +
        tbl([HEAD, ...rows('乙证明')]),
    )
  t.same(doubts(await read(batches('1'))), [])
  t.same(doubts(await read(batches('2'))), ['count-differs'])
  const total = (...cells: string[]) => docx(tbl([HEAD, ...rows('甲证明', '乙证明'), cells]))
  for (const cells of [
    ['合计', '2'],
    ['合计：2项', ''],
    ['合计', '2项'],
    ['总计', '见上表'],
    ['合计', ''],
  ])
    t.same(doubts(await read(total(...cells))), [], cells.join(' '))
  for (const cells of [
    ['合计', '3'],
    ['合计：3项', ''],
    ['共计', '三项'],
  ])
    t.same(doubts(await read(total(...cells))), ['count-differs'], cells.join(' '))
})

t.test('a table repeated whole stops, one that is alike in part does not', async (t) => {
  const twice = docx(tbl([HEAD, ...rows('甲证明', '乙证明')]) + tbl([HEAD, ...rows('甲证明', '乙证明')]))
  t.same(doubts(await read(twice)), ['repeated-table'])
  t.same(names(await read(twice, permits, { skip: ['T2'] })), ['甲证明', '乙证明'])
  t.same(names(await read(twice, permits, { keep: ['T2'] })).length, 4)
  t.same(doubts(await read(docx(tbl([HEAD, ...rows('甲证明')]) + tbl([HEAD, ...rows('甲证明', '乙证明')])))), [])
})
