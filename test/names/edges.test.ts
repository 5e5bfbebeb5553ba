import t from 'tap'
import type { RecordedName } from '../../src/lists/recorded-name.ts'
import { GramIndex } from '../../src/names/index/gram-index.ts'
import { gramsOf } from '../../src/names/index/grams.ts'
import { indexRecords } from '../../src/names/index/index-records.ts'
import { PackedTexts } from '../../src/names/index/packed-texts.ts'
import { vocabularyOf } from '../../src/names/index/vocabulary.ts'
import { THRESHOLDS } from '../../src/names/normalise/thresholds.ts'
import { peel } from '../../src/names/normalise/wrappers.ts'
import { corrections } from '../../src/names/read/misspellings.ts'
import { brief, certificates, read, scopeOf } from './lists.ts'

const record = (reading: RecordedName['reading'], names: string[], ...items: string[]): RecordedName => ({
  names,
  reading,
  items,
  grade: 'editorial',
})
const listOf = (id: string, ...names: string[]) => ({ id, items: names.map((name, at) => ({ no: at + 1, name })) })
const two = listOf('list', '甲乙证明', '丙丁证明')
const wording = { light: ['证明', '的'], required: ['证明'] }

t.test('等 ends what a bracket counts up, and is part of a word elsewhere', async (t) => {
  const items = [{ no: 1, name: '甲乙证明', subNames: ['高等学历证明', '高证明'] }]
  const scope = scopeOf([{ id: 'list', items }])
  t.equal(brief(read('甲乙证明(高等学历)', scope)), 'list/1')
  t.equal(brief(read('甲乙证明(高等)', scope)), 'list/1')
})

t.test('a printed name is known to the letter, however long it is', async (t) => {
  const long = '龘'.repeat(THRESHOLDS.longest + 1)
  t.equal(brief(read(long, scopeOf([listOf('list', long)]))), 'list/1')
})

t.test('texts that share much with a long name are found once each', async (t) => {
  const long = Array.from({ length: 80 }, (_, at) => String.fromCharCode(0x5000 + at)).join('')
  const index = new GramIndex(new PackedTexts(Array.from({ length: 20 }, () => long)))
  t.same(
    index.search(gramsOf(long)).map(({ at }) => at),
    Array.from({ length: 20 }, (_, at) => at),
  )
})

t.test('of a long list those texts are compared that were met most', async (t) => {
  const withBegin = (begin: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${begin}甲乙丙丁${String.fromCharCode(0x5000 + at)}`)
  const index = new GramIndex(new PackedTexts([...withBegin('采伐', 300), '采伐和登记', ...withBegin('登记', 2000)]))
  t.same(
    index.search(gramsOf('采伐登记')).map(({ at }) => at),
    [300],
  )
})

t.test('both readings of a bracket have to be the very same items', async (t) => {
  const lost = { id: 'lost', items: [{ no: 1, name: '甲丁丢失证明', subNames: ['乙丁丢失证明'] }] }
  const more = listOf('more', '乙丁丢失证明')
  const name = '甲(乙)丁丢失证明'
  t.equal(brief(read(name, scopeOf([lost]))), 'lost/1')
  t.not(read(name, scopeOf([lost, more])).verdict, 'decided', 'one reading has an item more')
  const each = listOf('each', '甲丁丢失证明', '乙丁丢失证明')
  t.not(read(name, scopeOf([lost, each])).verdict, 'decided', 'one item is the same, another is not')
})

t.test('a name of several papers may have more than one mark between them', async (t) => {
  const scope = scopeOf([two], { wording })
  for (const between of ['、或', '、、', '/或者'])
    t.equal(brief(read(`甲乙证明${between}丙丁证明`, scope)), 'ask list/1 list/2', between)
  t.equal(brief(read('丙丁证明、或甲乙证明', scope)), 'ask list/2 list/1', 'in the order of the name')
})

t.test('several names that are each left to a person are offered together', async (t) => {
  const recorded = [record('ask', ['龘证明'], '甲乙证明'), record('ask', ['靐证明'], '丙丁证明')]
  t.equal(brief(read('龘证明或靐证明', scopeOf([two], { wording, recorded }))), 'ask list/1 list/2')
  t.equal(brief(read('靐证明或龘证明', scopeOf([two], { wording, recorded }))), 'ask list/2 list/1')
})

t.test('any of the words that make a name one of a paper will do', async (t) => {
  const list = listOf('list', '甲乙证明', '丙丁介绍信')
  const scope = scopeOf([list], { wording: { light: ['的', '证明', '介绍信'], required: ['证明', '介绍信'] } })
  t.equal(brief(read('甲乙的证明', scope)), 'list/1')
  t.equal(brief(read('丙丁的介绍信', scope)), 'list/2')
  t.equal(brief(read('甲乙证明或丙丁介绍信', scope)), 'ask list/1 list/2')
  t.equal(brief(read('丙丁介绍信或甲乙证明', scope)), 'ask list/2 list/1')
})

t.test('what is as like the name comes by list, then by number, in whatever order it was met', async (t) => {
  const items = [
    { no: 2, name: '采伐甲' },
    { no: 1, name: '采伐乙' },
  ]
  t.equal(brief(read('采伐', scopeOf([{ id: 'list', items }]))), 'ask list/1 list/2')
  const [a, b] = [
    { id: 'a', items: [{ no: 7, name: '采伐甲' }] },
    { id: 'b', items: [{ no: 1, name: '采伐乙' }] },
  ]
  t.equal(brief(read('采伐', scopeOf([a, b]))), 'ask a/7 b/1')
  t.equal(brief(read('采伐', scopeOf([b, a]))), 'ask a/7 b/1')
})

t.test('what a real word may have been meant for is offered if it is listed, a handful at most', async (t) => {
  const file = { wording: { ...wording, distinct: ['建在'] }, slots: { 甲: ['健在'] } }
  const none = { ...file, recorded: [record('none', ['{甲}证明'])] }
  t.same(read('建在证明', scopeOf([two], none)), { verdict: 'none' })
  const same = { ...file, recorded: [record('same', ['{甲}证明'], '甲乙证明')] }
  const lists = Array.from({ length: 6 }, (_, at) => listOf(`list-${at}`, '甲乙证明'))
  const reading = read('建在证明', scopeOf(lists, same))
  t.equal(reading.verdict === 'ask' && reading.candidates.length, THRESHOLDS.candidates)
})

t.test('a slip lies in what is doubtful, not beside it', async (t) => {
  const of = (text: string, slot: string[], filler: string[] = [], doubt = false) =>
    corrections(text, vocabularyOf({ slots: { 一: slot }, wording: { filler } }), doubt)
  t.same(of('甲乙丙', ['甲乙', '假乙丙']), [], 'before it')
  t.same(of('丙甲乙', ['甲乙', '丙假乙']), [], 'behind it')
  t.same(of('假乙丙', ['乙丙', '甲乙丙']), ['甲乙丙'])
  t.same(of('建在', ['健在'], ['建']), ['健在'], 'a known word of one character proves nothing')
  t.same(of('健在', ['健在', '剑在'], [], true), [], 'a word of a class is not doubted')
  t.same(of('跟建在', ['健在'], ['跟']), [], 'what stands side by side is doubted as one')
  t.same(of('建无甲', ['健无', '无']), [], 'with a word of one character inside it')
  t.same(of('假乙丙', ['甲乙', '乙丙'], [], true), ['甲乙丙'], 'a word of a class is no part of it')
  const nine = '一二三四五六七八九'
  t.same(of(nine.replace('一', '衣'), [nine.slice(1), nine]), [], 'nine characters are not heard')
})

t.test('a matter that begins as villagers do is told from a village', async (t) => {
  const { language } = certificates.records
  t.same(peel('村委会干部任职证明', language), { rule: 'issuer', text: '干部任职证明', issuer: '村委会' })
  t.equal(peel('泾滩村医疗任职证明', language), undefined)
})

t.test('a record with a class that is not on record leads nowhere', async (t) => {
  const { telling } = indexRecords({
    recorded: [record('same', ['{没有}证明'], '甲乙证明')],
    wording: { ends: ['证明'] },
  })
  t.equal(telling.size, 0)
})
