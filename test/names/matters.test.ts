import t from 'tap'
import { mattersOf } from '../../src/names/index/matters.ts'
import { readName } from '../../src/names/read/read-name.ts'
import { scopeOf } from '../../src/names/read/scope-of.ts'
import { reviewedData } from '../data-folder.ts'
import { brief } from './lists.ts'

const { names } = reviewedData()
const rule = '不得将村级组织作为行政执法、招商引资等事务的责任主体'
const file = names.tasks ?? { recorded: [] }
const scope = scopeOf(file, [
  {
    id: 'negative',
    items: [
      { no: 1, name: '填报表格' },
      { no: 2, name: rule },
    ],
  },
])
const read = (name: string, of = scope) => readName(name, of, () => true)

t.test('the matters of a rule on who is responsible are those that it lists', (t) => {
  t.same(mattersOf(rule), ['行政执法', '招商引资'])
  t.same(mattersOf('不得把村（社区）作为拆迁责任主体'), ['拆迁'])
  t.same(mattersOf('明确责任主体'), [])
  t.same(mattersOf('招商引资'), [])
  t.end()
})

t.test('a matter is found as it is spelled, also where the question says for what', (t) => {
  t.equal(brief(read('招商引资')), 'negative/2')
  t.match(read('招商引资'), { verdict: 'decided', method: 'sub_name', matched: '招商引资' })
  t.equal(brief(read('行政执法责任主体')), 'negative/2')
  t.equal(brief(read(rule)), 'negative/2')
  t.equal(brief(read('填报表格')), 'negative/1')
  t.end()
})

t.test('help with a matter is not decided by the rule but offered it, whatever the other words', (t) => {
  for (const name of ['协助招商引资', '配合招商引资', '协助做好招商引资工作', '招商引资协助'])
    t.match(read(name), { verdict: 'ask', candidates: [{ list: 'negative', no: 2 }] }, name)
  const listed = { id: 'assists', items: [{ no: 1, name: '招商引资协助' }] }
  const both = scopeOf(file, [listed, { id: 'negative', items: [{ no: 2, name: rule }] }])
  t.equal(brief(read('协助招商引资', both)), 'assists/1', 'a list that has the help decides')
  t.equal(brief(read('招商引资', both)), 'negative/2')
  t.end()
})
