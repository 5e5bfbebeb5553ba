import t from 'tap'
import type { RecordedName } from '../../src/lists/recorded-name.ts'
import { readName } from '../../src/names/read/read-name.ts'
import { brief, read, scopeOf, signboards } from './lists.ts'

const reason = { zh: '说不清', en: 'Unclear' }
const record = (names: string[], reading: RecordedName['reading'], items: string[] = []): RecordedName => ({
  names,
  reading,
  items,
  grade: 'editorial',
  reason,
})
const forbidden = { id: 'forbidden', items: [{ no: 1, name: '婚姻状况证明', subNames: ['分居证明', '表现证明'] }] }
const kept = {
  id: 'kept',
  items: [
    { no: 4, name: '分居证明' },
    { no: 5, name: '居住证明' },
  ],
}

t.test('every list that prints a name is returned, so that lists that contradict each other are seen', async (t) => {
  const scope = scopeOf([forbidden, kept])
  t.match(read('分居证明', scope), { method: 'exact', matched: '分居证明' })
  t.equal(brief(read('分居证明', scope)), 'forbidden/1 kept/4')
})

t.test('a printed name of one list and a synonym of another’s item are both returned', async (t) => {
  const scope = scopeOf([forbidden, kept], { recorded: [record(['居住证明'], 'same', ['婚姻状况证明'])] })
  t.equal(brief(read('居住证明', scope)), 'forbidden/1 kept/5')
})

t.test('a printed main name wins over whatever is recorded of it', async (t) => {
  for (const reading of ['ask', 'none'] as const) {
    const items = reading === 'ask' ? ['婚姻状况证明'] : []
    const scope = scopeOf([forbidden, kept], { recorded: [record(['居住证明', '分居证明'], reading, items)] })
    t.equal(brief(read('居住证明', scope)), 'kept/5', reading)
    t.equal(brief(read('分居证明', scope)), 'forbidden/1 kept/4', reading)
  }
})

t.test('a recorded ask wins over a printed sub-name, a recorded none does not', async (t) => {
  const asked = scopeOf([forbidden], { recorded: [record(['表现证明'], 'ask', ['婚姻状况证明'])] })
  t.same(read('表现证明', asked), {
    verdict: 'ask',
    candidates: [{ list: 'forbidden', no: 1, name: '婚姻状况证明', matched: '婚姻状况证明', score: 0.9 }],
    record: { reason },
  })
  const none = scopeOf([forbidden], { recorded: [record(['表现证明'], 'none')] })
  t.match(read('表现证明', none), { verdict: 'decided', method: 'sub_name' })
})

t.test('a recorded none says why and what to use instead, and hides nothing that lists print like it', async (t) => {
  const instead = [{ text: reason, grade: 'editorial' as const, source: { document: 'd' } }]
  const scope = scopeOf([forbidden], { recorded: [{ ...record(['婚介登记', '婚姻状况情况'], 'none'), instead }] })
  t.same(read('婚介登记', scope), { verdict: 'none', record: { reason, instead } })
  t.match(read('婚姻状况情况', scope), { verdict: 'ask', candidates: [{ no: 1 }], record: { reason, instead } })
})

t.test('a record leads nowhere where no list that applies holds its item', async (t) => {
  const scope = scopeOf([kept], {
    recorded: [record(['单身证明'], 'same', ['婚姻状况证明']), record(['甲乙丙丁'], 'ask', ['婚姻状况证明'])],
  })
  t.not(read('单身证明', scope).verdict, 'decided')
  t.same(read('甲乙丙丁', scope), { verdict: 'none' })
})

t.test('a record may name the wordings of several lists; each list is read by the first it holds', async (t) => {
  const other = { id: 'other', items: [{ no: 9, name: '婚况证明' }] }
  const scope = scopeOf([forbidden, other, kept], {
    recorded: [record(['单身证明'], 'same', ['婚姻状况证明', '婚况证明'])],
  })
  t.equal(brief(read('单身证明', scope)), 'forbidden/1 other/9')
})

t.test('of two records of one name the more cautious one holds, whichever comes first', async (t) => {
  const same = record(['单身证明'], 'same', ['婚姻状况证明'])
  const ask = record(['单身证明'], 'ask', ['婚姻状况证明'])
  for (const recorded of [
    [same, ask],
    [ask, same],
  ])
    t.equal(read('单身证明', scopeOf([forbidden], { recorded })).verdict, 'ask')
})

t.test('an item that is not in force is not there', async (t) => {
  const scope = scopeOf([forbidden, kept])
  t.equal(brief(readName('分居证明', scope, ({ list }) => list === 'kept')), 'kept/4')
  t.equal(brief(readName('婚姻情况', scope, () => false)), 'none')
  t.equal(brief(readName('分居情形', scope, ({ list }) => list === 'forbidden')), 'ask forbidden/1')
})

t.test('an issuer who is no village ends the reading; any other is told beside it', async (t) => {
  const scope = scopeOf([forbidden], { wording: { issuers: true } })
  const issuer = { written: '派出所出具', reading: 'other' }
  for (const name of ['派出所出具的分居证明', '分居证明（派出所出具）'])
    t.same(read(name, scope), { verdict: 'none', elsewhere: true, issuer }, name)
  t.match(read('村委会出具的分居证明', scope), {
    verdict: 'decided',
    issuer: { written: '村委会出具', reading: 'village' },
  })
  t.match(read('某某会出具的分居证明', scope), { verdict: 'decided', issuer: { reading: 'unclear' } })
  t.equal(
    brief(read('派出所出具的分居证明', scopeOf([forbidden]))).includes('forbidden/1'),
    true,
    'a kind without issuers',
  )
})

t.test('a paper that another authority issues is none, and says so', async (t) => {
  const recorded = [
    { names: ['结婚证'], reading: 'elsewhere' as const, items: [], grade: 'editorial' as const, reason },
    { names: ['分居证明'], reading: 'elsewhere' as const, items: [], grade: 'editorial' as const },
  ]
  const scope = scopeOf([forbidden], { recorded })
  t.same(read('结婚证', scope), { verdict: 'none', record: { reason }, elsewhere: true })
  t.equal(brief(read('分居证明', scope)), 'forbidden/1', 'a printed name wins, as over none')
  for (const name of [
    '结婚证',
    '营业执照',
    '出生医学证明',
    '派出所出具的无犯罪记录证明',
    '医院开的死亡证明',
    '纳税证明',
    '贫困证',
    '某某龘证',
    '租赁合同',
    '亲属关系公证书',
    '请提供: 1.结婚证',
    '①身份证',
  ])
    t.match(read(name), { verdict: 'none', elsewhere: true }, name)
  for (const name of ['居住证明', '监护证明', '政审证明', '贫困学生证明', '龘靐证遗失'])
    t.notHas(read(name), { elsewhere: true }, name)
})

t.test('the community’s recommendation may be either of two papers', async (t) => {
  const first = (name: string) => brief(read(name))
  for (const name of ['社区推荐证明', '民事诉讼社区推荐证明', '推荐证明', '公民代理社区推荐信', '行政诉讼社区推荐信'])
    t.equal(first(name), 'ask national-certificates/4 national-certificates/3', name)
})

t.test('a board that law asks for is none of the list, with the law that asks for it', async (t) => {
  for (const name of ['村务公开栏', '退役军人服务站', '人民调解委员会'])
    t.match(read(name, signboards), { verdict: 'none', record: { reason: { zh: /法》.*摘除前要慎重/u } } }, name)
})

t.test('a printed name that is nothing but light words is known to the letter only', async (t) => {
  const scope = scopeOf([{ id: 'generic', items: [{ no: 1, name: '情况证明' }] }], {
    wording: { light: ['情况', '证明'] },
  })
  t.equal(brief(read('情况证明', scope)), 'generic/1')
  t.equal(brief(read('情况', scope)), 'none')
})

t.test('a name that a list prints twice leads to both items', async (t) => {
  const twice = {
    id: 'twice',
    items: [
      { no: 1, name: '甲证明' },
      { no: 2, name: '甲证明', subNames: ['甲证明'] },
    ],
  }
  t.equal(brief(read('甲证明', scopeOf([twice]))), 'twice/1 twice/2')
})

t.test('a bracket inside a printed name offers its other reading', async (t) => {
  const scope = scopeOf([{ id: 'six', items: [{ no: 1, name: '居（租）住证明' }] }])
  for (const name of ['居住证明', '租住证明', '居租住证明', '居(租)住证明'])
    t.equal(brief(read(name, scope)), 'six/1', name)
})

t.test('a printed board with a place in it is known for every village', async (t) => {
  const places = { party: ['中共'], upper: ['镇'], otherBodies: ['共青团'] }
  const scope = scopeOf([{ id: 'seven', items: [{ no: 1, name: '中共××村支部委员会' }] }], { wording: { places } })
  t.equal(brief(read('中共泾滩村支部委员会', scope)), 'seven/1')
  t.not(read('泾滩村支部委员会', scope).verdict, 'decided')
})

t.test('a printed name of nothing but light words is found by its spelling alone', async (t) => {
  const items = [
    { no: 1, name: '情况证明' },
    { no: 2, name: '婚姻状况证明' },
  ]
  const wording = { light: ['证明', '情况', '状况', '本人'], required: ['证明'] }
  const scope = scopeOf([{ id: 'light', items }], { wording, recorded: [] })
  t.equal(brief(read('情况证明', scope)), 'light/1')
  t.not(read('本人状况证明', scope).verdict, 'decided', 'other light words are not that name')
  t.equal(brief(read('婚姻情况证明', scope)), 'light/2')
})
