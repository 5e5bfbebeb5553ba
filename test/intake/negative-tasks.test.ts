import t from 'tap'
import type { ListFile } from '../../src/lists/list.ts'
import { doubts, names, noticed, read, tasks } from './made/lists.ts'
import { docx, p, tbl } from './made/word.ts'

/** What must not be given to a village: the third list of work, beside its own duties and its assistance. */
const negative: ListFile = {
  ...tasks,
  id: 'negative',
  effect: 'prohibits',
  title: '村级组织工作事务负面事项清单',
}
const file = (title: string, ...of: string[]) =>
  docx(p(title) + tbl([['序号', '事项名称'], ...of.map((name, at) => [String(at + 1), name])]))
const rules = ['不得将村级组织作为招商引资等事务的责任主体', '不得要求村级组织填报表格']

t.test('a list of what must not be given to a village is read with its items as they are worded', async (t) => {
  for (const title of [
    '村级组织工作事务负面事项清单',
    '不得由村级组织承担的工作事项清单',
    '不得交由村级组织的工作事项',
  ])
    t.same(names(await read(file(title, ...rules), negative, {}, '一.docx')), rules, title)
})

t.test('a file of duties or of assistance is not taken for it, nor it for one of them', async (t) => {
  const own: ListFile = { ...tasks, effect: 'own_duty', title: '基层群众性自治组织依法履行职责事项清单' }
  for (const title of ['村级组织依法履行职责事项清单', '村级组织协助政务服务事项清单'])
    t.same(doubts(await read(file(title, '统计协助'), negative, {}, '一.docx')), ['other-effect'], title)
  for (const list of [own, tasks])
    t.ok(
      doubts(await read(file('村级组织工作事务负面事项清单', ...rules), list, {}, '一.docx')).includes('other-effect'),
    )
})

t.test('work that another list gives to the village, as a duty or as assistance, is pointed out', async (t) => {
  for (const effect of ['own_duty', 'assists', 'permits'] as const) {
    const other: ListFile = { ...tasks, id: 'other', effect, items: [{ no: 1, name: '招商引资' }] }
    const reading = await read(file(negative.title, '招商引资'), negative, { others: [other] }, '一.docx')
    t.ok(noticed(reading).includes('opposite'), effect)
  }
})
