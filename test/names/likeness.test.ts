import t from 'tap'
import { GramIndex } from '../../src/names/index/gram-index.ts'
import { gramsOf, likeness, sharedWeight, weigh } from '../../src/names/index/grams.ts'
import { PackedTexts } from '../../src/names/index/packed-texts.ts'
import { THRESHOLDS } from '../../src/names/normalise/thresholds.ts'
import { brief, read, scopeOf, tasks } from './lists.ts'

const score = (a: string, b: string) =>
  likeness(sharedWeight(gramsOf(a), gramsOf(b)), weigh(gramsOf(a)), weigh(gramsOf(b)))

t.test('likeness is half what is common, half how much of the shorter name is found again', async (t) => {
  t.equal(score('婚姻', '婚姻'), 1)
  t.equal(score('婚姻', '财产'), 0)
  // 婚姻 weighs 1.5, 家庭婚姻 4, and 1.5 is shared: Dice 3 / 5.5, containment 1.5 / 1.5.
  t.equal(score('婚姻', '家庭婚姻'), 0.5 * (3 / 5.5) + 0.5)
  t.equal(score('家庭婚姻', '婚姻'), score('婚姻', '家庭婚姻'))
  t.equal(score('健康', '健在'), 0.25 / 1.5)
})

t.test('a repeated character counts once', async (t) => {
  t.same([...gramsOf('妈妈')], [0x5988, 0x5988 * 0x10000 + 0x5988])
  t.same([...gramsOf('')], [])
})

t.test('hits come best first, and among equals in the order of the texts', async (t) => {
  const index = new GramIndex(new PackedTexts(['家庭婚姻', '婚姻', '财产', '婚姻']))
  t.same(
    index.search(gramsOf('婚姻')).map(({ at }) => at),
    [1, 3, 0],
  )
  t.same(index.search(gramsOf('经济')), [])
  t.same(index.search(gramsOf('')), [])
  t.same(new GramIndex(new PackedTexts([])).search(gramsOf('婚姻')), [])
})

t.test(
  'on a long list the texts that share the rarest grams are found all the same, with the same scores',
  async (t) => {
    const common = Array.from({ length: 2 * THRESHOLDS.postings }, (_, at) => `登记${at}`)
    const index = new GramIndex(new PackedTexts([...common, '登记采伐']))
    const [first] = index.search(gramsOf('登记采伐许可'))
    t.equal(first?.at, common.length)
    t.ok(Math.abs((first?.score ?? 0) - score('登记采伐', '登记采伐许可')) < 1e-9)
  },
)

t.test('a generic name is like nothing: what is certified is not said', async (t) => {
  for (const name of ['证明', '状况证明', '情况的证明'])
    t.match(
      read(name),
      { verdict: 'ask', candidates: { length: 0 }, record: { reason: { zh: '材料没有说明要证明什么。' } } },
      name,
    )
})

t.test('a word of the same sense is searched for as well, and never decides', async (t) => {
  t.match(read('低保事宜办理', tasks), { verdict: 'ask' })
  const wording = { alike: [['低保', '最低生活保障']] }
  const scope = scopeOf([{ id: 'list', items: [{ no: 1, name: '最低生活保障' }] }], { wording })
  t.equal(brief(read('低保', scope)), 'ask list/1')
  t.equal(brief(read('甲乙', scope)), 'none', 'a name without such a word is searched for as it is')
})

t.test('candidates are a handful, best first, and an item is offered once', async (t) => {
  const items = Array.from({ length: 20 }, (_, at) => ({
    no: at + 1,
    name: `采伐登记${at}`,
    subNames: [`采伐登记乙${at}`],
  }))
  const [a, b] = [
    { id: 'a', items },
    { id: 'b', items },
  ]
  const reading = read('采伐登记丙', scopeOf([b, a]))
  const candidates = reading.verdict === 'ask' ? reading.candidates : []
  t.equal(candidates.length, THRESHOLDS.candidates)
  t.same(
    candidates.map(({ score }) => score),
    candidates.map(({ score }) => score).sort((x, y) => y - x),
  )
  t.equal(new Set(candidates.map(({ list, no }) => `${list}/${no}`)).size, THRESHOLDS.candidates)
  t.same(
    candidates.slice(0, 2).map(({ list, no }) => `${list}/${no}`),
    ['a/1', 'a/2'],
    'ties go by list and number',
  )
  const tied = read(
    '采伐',
    scopeOf([
      { id: 'b', items: [{ no: 1, name: '采伐甲' }] },
      { id: 'a', items: [{ no: 7, name: '采伐乙' }] },
    ]),
  )
  t.equal(brief(tied), 'ask a/7 b/1')
})

t.test('what is just alike enough is offered, and nothing for words that say nothing by themselves', async (t) => {
  const wording = { light: ['证明'], weak: ['关系', '登记'] }
  const scope = scopeOf(
    [
      {
        id: 'list',
        items: [
          { no: 1, name: '采伐登记证明' },
          { no: 2, name: '亲属关系证明' },
        ],
      },
    ],
    { wording },
  )
  t.equal(brief(read('采伐许可证明', scope)), 'ask list/1')
  for (const name of ['租赁关系证明', '养猫登记证明', '关系证明']) t.equal(brief(read(name, scope)), 'none', name)
})
