import t from 'tap'
import type { RecordedName } from '../../src/lists/recorded-name.ts'
import { vocabularyOf } from '../../src/names/index/vocabulary.ts'
import { THRESHOLDS } from '../../src/names/normalise/thresholds.ts'
import { corrections } from '../../src/names/read/misspellings.ts'
import { readName, type Step } from '../../src/names/read/read-name.ts'
import { brief, read, scopeOf, signboards } from './lists.ts'

const record = (reading: RecordedName['reading'], names: string[], ...items: string[]): RecordedName => ({
  names,
  reading,
  items,
  grade: 'editorial',
})
const list = {
  id: 'list',
  items: [
    { no: 1, name: '甲乙证明' },
    { no: 2, name: '丙丁证明' },
  ],
}
const wording = { light: ['证明', '的'], required: ['证明'] }

t.test('a name written as it is printed is exact, also where the print has marks and gaps', async (t) => {
  const scope = scopeOf([{ id: 'list', items: [{ no: 1, name: '甲 乙、丙证明' }] }])
  t.match(read('甲 乙、丙证明', scope), { method: 'exact', matched: '甲 乙、丙证明' })
  t.match(read('甲乙丙证明', scope), { method: 'exact' }, 'as it is compared')
  t.match(read('甲乙、丙证明', scope), { method: 'punctuation' })
  t.match(read('甲 乙丙证明', scope), { method: 'spacing' })
  t.match(read('甲乙丙证明\u{FE00}', scope), { method: 'spacing', items: [{ no: 1 }] })
})

t.test('a name of the greatest length is taken apart, a longer one only compared', async (t) => {
  const scope = scopeOf([list], { wording: { ...wording, notes: ['份'] } })
  const of = (length: number) => `甲乙证明(${'1'.repeat(length - 6)})`
  t.match(read(of(THRESHOLDS.longest), scope), { verdict: 'decided', method: 'note' })
  t.match(read(of(THRESHOLDS.longest + 1), scope), { verdict: 'ask' })
  t.equal(brief(read(`甲乙${'的'.repeat(THRESHOLDS.longest)}`, scope)), 'ask list/1', 'by its beginning')
  t.equal(brief(read(`${'的'.repeat(THRESHOLDS.longest)}甲乙`, scope)), 'unread', 'and by no more')
})

t.test('each step of a reading is told with the form tried and what came of it', async (t) => {
  const stepsOf = (name: string, lists: Parameters<typeof scopeOf>[0], file: Parameters<typeof scopeOf>[1]) => {
    const steps: Step[] = []
    readName(
      name,
      scopeOf(lists, file),
      () => true,
      (step) => steps.push(step),
    )
    return steps
  }
  const texts = (steps: readonly Step[]) => steps.map(({ text }) => text)
  t.match(stepsOf('甲乙证明', [list], { wording }), [
    { step: 'printed', text: '甲乙证明', reading: { verdict: 'decided' } },
  ])
  t.match(stepsOf('甲乙的证明', [list], { wording }), [
    { step: 'printed', text: '甲乙的证明', reading: { verdict: 'decided', method: 'filler' } },
  ])
  const slots = { 甲: ['健在'] }
  const slip = { wording, slots, recorded: [record('same', ['{甲}证明'], '甲乙证明')] }
  t.ok(texts(stepsOf('建在证明', [list], slip)).includes('健在证明'))
  const odd = { wording: { ...wording, distinct: ['建在'] }, slots, recorded: slip.recorded }
  t.ok(texts(stepsOf('建在证明', [list], odd)).includes('健在证明'), 'also what is only offered')
  const lost = { id: 'lost', items: [{ no: 1, name: '甲丁证明', subNames: ['乙丁证明'] }] }
  t.match(read('甲(乙)丁证明(原件)', scopeOf([lost], { wording: { notes: ['原件'] } })), { method: 'note' })
  t.match(stepsOf('甲(乙)丁证明', [lost], {}).at(-1), { rules: { length: 0 }, reading: { method: 'punctuation' } })
  t.ok(texts(stepsOf('甲乙证明(丙丁证明)', [list], { wording })).includes('丙丁证明'), 'and what a bracket says')
  t.ok(texts(stepsOf('甲乙证明或丙丁证明', [list], { wording })).includes('丙丁证明'), 'and each of several names')
})

t.test('without light words enough has to be left', async (t) => {
  const items = [...list.items, { no: 3, name: '戊证明' }]
  const scope = (leastLeft?: number) =>
    scopeOf([{ id: 'list', items }], { wording: { ...wording, ...(leastLeft ? { leastLeft } : {}) } })
  t.equal(brief(read('甲乙的证明', scope(2))), 'list/1')
  t.not(read('戊的证明', scope(2)).verdict, 'decided')
  t.equal(brief(read('戊的证明', scope())), 'list/3')
  t.not(read('甲乙的', scope()).verdict, 'decided', 'and a word that says what it is')
})

t.test('what was recognised by its words is reported as it was written, composed or a synonym', async (t) => {
  const file = {
    wording: { ...wording, subjects: ['人'] },
    slots: { 人: ['父亲'], 事: ['死亡', '过世'], 物: ['证件'] },
    recorded: [record('same', ['{事}证明'], '甲乙证明'), record('same', ['{事}{物}证明'], '丙丁证明')],
  }
  const scope = scopeOf([list], file)
  t.match(read('过世证明', scope), { method: 'synonym', matched: '过世证明', items: [{ no: 1 }] })
  t.match(read('父亲过世证明', scope), { method: 'composed', matched: '父亲过世证明', items: [{ no: 1 }] })
  t.match(read('证件过世证明', scope), { method: 'composed', matched: '证件过世证明', items: [{ no: 2 }] })
  t.not(read('父亲过世', scope).verdict, 'decided')
})

t.test('a document without a word that makes it a certificate is known to be none, and never decided', async (t) => {
  const file = {
    wording: { ...wording, documentEndings: { slot: '证', words: ['证'] } },
    slots: { 证: ['证', '身份证'], 事: ['甲乙'] },
    recorded: [record('elsewhere', ['{证}']), record('same', ['{事}'], '甲乙证明'), record('none', ['{事}{证}'])],
  }
  const scope = scopeOf([list], file)
  t.same(read('身份证', scope), { verdict: 'none', record: {}, elsewhere: true })
  t.same(read('龘证', scope), { verdict: 'none' }, 'who issues an unknown one is not known')
  t.match(
    read('身份证甲乙', scope),
    { verdict: 'ask', record: {}, candidates: [{ no: 1 }] },
    'what lists print like it is offered',
  )
  t.not(read('甲乙', scope).verdict, 'decided')
})

t.test('a slip is found in any script and behind any layer', async (t) => {
  for (const name of ['建在證明', '村委会出具的建在证明', '请提供建在证明', '村委会出具的健在正明'])
    t.match(read(name), { verdict: 'decided', method: 'typo', items: [{ no: 10 }] }, name)
})

t.test('a slip for a name that is known not to be listed is none, with what is on record', async (t) => {
  const file = { wording, slots: { 甲: ['健在'] }, recorded: [record('none', ['{甲}证明'])] }
  t.same(read('建在证明', scopeOf([list], file)), { verdict: 'none', record: {} })
  const both = {
    wording,
    slots: { 甲: ['健在'], 乙: ['剑在'] },
    recorded: [record('none', ['{甲}证明']), record('same', ['{乙}证明'], '甲乙证明')],
  }
  t.not(read('建在证明', scopeOf([list], both)).verdict, 'decided', 'unless it may have been meant to be another')
})

t.test('a word heard in another is put in its place, if it explains all of what is doubtful', async (t) => {
  const vocabulary = vocabularyOf({
    slots: { 一: ['健在', '一二三四五六七八', '一二三四五六七八九'], 无: ['无'] },
    wording: { filler: ['证明', '的'] },
  })
  t.same(corrections('建在', vocabulary), ['健在'])
  t.same(corrections('的建在', vocabulary), ['的健在'])
  t.same(corrections('健在', vocabulary), [], 'a known word')
  t.same(corrections('甲建在', vocabulary), [], 'something else is unknown beside it')
  t.same(corrections('建在甲', vocabulary), [])
  t.same(corrections('衣二三四五六七八', vocabulary), ['一二三四五六七八'])
  t.same(corrections('衣二三四五六七八九', vocabulary), [], 'a word longer than any that is heard')
  t.same(corrections('建在证明建在', vocabulary).sort(), ['健在证明建在', '建在证明健在'].sort())
  t.same(corrections('', vocabulary), [])
})

t.test('six ways to be right are tried, seven are too many', async (t) => {
  const words = (count: number) => [...'是事世市式士试'].slice(0, count).map((first) => `${first}证明`)
  const vocabulary = (count: number) => vocabularyOf({ slots: { 甲: words(count) } })
  t.equal(corrections('示证明', vocabulary(THRESHOLDS.corrections)).length, THRESHOLDS.corrections)
  t.equal(corrections('示证明', vocabulary(THRESHOLDS.corrections + 1)).length, 0)
})

t.test('a name of several papers is asked about, with those that are listed', async (t) => {
  const scope = scopeOf([list], { wording })
  for (const or of ['或', '或者', '、', '/'])
    t.equal(brief(read(`丙丁证明${or}甲乙证明`, scope)), 'ask list/2 list/1', or)
  t.equal(brief(read('龘靐证明或甲乙证明', scope)), 'ask list/1')
  t.equal(brief(read('甲乙证明或甲乙的证明', scope)), 'ask list/1', 'nothing speaks for the whole')
  t.equal(brief(read('龘靐证明或龗龖证明', scope)), 'none')
  t.equal(brief(read('甲乙证明、', scope)), 'list/1', 'one name')
  t.equal(brief(read('或甲乙证明', scope)).startsWith('list'), false)
})

t.test('where no word marks a name, every part is one', async (t) => {
  const { required: _, ...free } = wording
  const scope = scopeOf([list], { wording: free })
  t.equal(brief(read('丙丁证明或甲乙证明', scope)), 'ask list/2 list/1')
  t.equal(brief(read('丙丁证明或丙丁证明', scope)), 'ask list/2', 'nothing speaks for the whole')
  t.match(read('三里村村委会或大寨乡桂花村党总支部委员会', signboards), {
    verdict: 'ask',
    candidates: [{ no: 2 }, { no: 1 }],
  })
  t.match(read('泾滩村村委会', signboards), { verdict: 'decided', items: [{ no: 2 }] })
})

t.test('a name that is known as a whole, or that does not come apart into names, is one', async (t) => {
  const whole = { id: 'whole', items: [{ no: 7, name: '甲乙证明或丙丁证明' }] }
  t.equal(brief(read('甲乙证明或丙丁证明', scopeOf([list, whole], { wording }))), 'whole/7')
  t.equal(brief(read('甲乙证明、或丙丁证明', scopeOf([list, whole], { wording }))), 'whole/7')
  const part = { id: 'part', items: [{ no: 8, name: '甲或丙丁证明' }] }
  t.equal(brief(read('甲或丙丁的证明', scopeOf([list, part], { wording }))), 'part/8', '甲 is no name')
  const elsewhere = { wording, recorded: [record('none', ['户口簿或丙丁证明本'])] }
  t.match(read('户口簿或丙丁证明本', scopeOf([list], elsewhere)), { verdict: 'ask', record: {} })
  const matter = {
    wording: { ...wording, filler: ['或'] },
    slots: { 证: ['户口簿', '丙丁证明'] },
    recorded: [record('none', ['{证}'])],
  }
  t.equal(brief(read('户口簿或丙丁证明', scopeOf([list], matter))), 'ask list/2', 'one of what is none may be listed')
})

t.test('papers that are all one item are that item', async (t) => {
  const items = [{ no: 1, name: '甲乙证明', subNames: ['丙丁证明'] }]
  const file = { wording: { ...wording, filler: ['或'] }, slots: { 一: ['甲乙', '丙丁'] } }
  const recorded = [record('same', ['{一}证明'], '甲乙证明')]
  t.match(read('甲乙证明或丙丁证明', scopeOf([{ id: 'list', items }], { ...file, recorded })), {
    verdict: 'decided',
    items: [{ no: 1 }],
  })
})

t.test('likeness offers the best score of an item, rounded, ties by list and number, only in force', async (t) => {
  const items = [
    { no: 2, name: '采伐登记' },
    { no: 1, name: '采伐备案', subNames: ['采伐许可'] },
  ]
  const scope = scopeOf([
    { id: 'b', items },
    { id: 'a', items },
  ])
  const reading = read('采伐许诺', scope)
  t.same(reading, {
    verdict: 'ask',
    candidates: [
      { list: 'a', no: 1, name: '采伐备案', score: 0.688, matched: '采伐许可' },
      { list: 'b', no: 1, name: '采伐备案', score: 0.688, matched: '采伐许可' },
      { list: 'a', no: 2, name: '采伐登记', score: 0.375, matched: '采伐登记' },
      { list: 'b', no: 2, name: '采伐登记', score: 0.375, matched: '采伐登记' },
    ],
  })
  t.equal(brief(readName('采伐许诺', scope, ({ list, no }) => list === 'b' && no === 2)), 'ask b/2')
})

t.test('a word of the same sense is searched for in its place, in a handful of wordings', async (t) => {
  const alike = (words: string[]) => ({ wording: { alike: [['没有'], words] } })
  const items = [{ no: 1, name: '最低生活保障' }]
  const words = ['低保', '一', '二', '三', '最低生活保障']
  t.equal(brief(read('低保金', scopeOf([{ id: 'list', items }], alike(words)))), 'ask list/1')
  t.equal(brief(read('低保金', scopeOf([{ id: 'list', items }], alike(['低保', '四', ...words])))), 'none')
  t.equal(brief(read('低收金', scopeOf([{ id: 'list', items }], alike(words)))), 'none')
})
