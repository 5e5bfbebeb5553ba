import t from 'tap'
import { brief, read, scopeOf } from '../lists.ts'

const list = {
  id: 'list',
  items: [
    { no: 1, name: '甲乙证明', subNames: ['丙丁证明', '戊己证明'] },
    { no: 2, name: '庚辛证明' },
  ],
}
const record = { names: ['壬癸证明'], reading: 'ask' as const, items: ['庚辛证明'], grade: 'editorial' as const }
const wording = { notes: ['原件'], required: ['证明'] }
const scope = scopeOf([list], { recorded: [record], wording })

t.test('a bracket that only repeats the item changes nothing', async (t) => {
  t.equal(brief(read('甲乙证明（丙丁证明、戊己证明等）', scope)), 'list/1')
  t.equal(brief(read('甲乙证明（丙丁）（原件）', scope)), 'list/1')
  t.match(read('甲乙证明（丙丁证明）', scope), { method: 'note', matched: '甲乙证明' })
})

t.test('a bracket that names another item, or something unknown, has to be asked about', async (t) => {
  t.equal(brief(read('甲乙证明（庚辛证明）', scope)), 'ask list/1 list/2')
  t.equal(brief(read('甲乙证明（壬癸）', scope)), 'ask list/1 list/2')
  t.equal(brief(read('甲乙证明（丙丁、不知道）', scope)), 'ask list/1')
  t.equal(brief(read('甲乙证明（不知道）（原件）', scope)), 'ask list/1')
})

t.test('a bracket decides nothing for a name that decides nothing', async (t) => {
  t.equal(brief(read('壬癸证明（甲乙证明）', scope)).startsWith('ask list/2'), true)
  t.not(read('子丑寅证明（甲乙证明）', scope).verdict, 'decided')
})

t.test('a bracket that offers another word decides when both readings are one item', async (t) => {
  const lost = {
    id: 'lost',
    items: [
      { no: 1, name: '甲丁丢失证明', subNames: ['乙丁丢失证明'] },
      { no: 2, name: '丙丁丢失证明' },
    ],
  }
  t.equal(brief(read('甲(乙)丁丢失证明', scopeOf([lost]))), 'lost/1')
  t.not(read('甲(丙)丁丢失证明', scopeOf([lost])).verdict, 'decided')
  t.not(read('甲(戊)丁丢失证明', scopeOf([lost])).verdict, 'decided')
  const twice = {
    id: 'twice',
    items: [
      { no: 1, name: '丙丁丢失证明' },
      { no: 2, name: '丙丁丢失证明' },
    ],
  }
  t.not(read('甲(丙)丁丢失证明', scopeOf([lost, twice])).verdict, 'decided')
  t.not(read('丁(甲乙丙)丢失证明', scopeOf([lost])).verdict, 'decided')
})
