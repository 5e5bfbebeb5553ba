import t from 'tap'
import type { ListFile } from '../../src/lists/list.ts'
import { GramIndex } from '../../src/names/index/gram-index.ts'
import { gramsOf } from '../../src/names/index/grams.ts'
import { meaningOfPattern, meanings } from '../../src/names/index/meaning.ts'
import { PackedTexts } from '../../src/names/index/packed-texts.ts'
import type { Reading } from '../../src/names/index/reading.ts'
import { core, segment } from '../../src/names/index/segment.ts'
import { SpellingIndex } from '../../src/names/index/spelling-index.ts'
import { vocabularyOf } from '../../src/names/index/vocabulary.ts'
import { mostSignificant } from '../../src/names/normalise/methods.ts'
import { THRESHOLDS } from '../../src/names/normalise/thresholds.ts'
import { languageOf, madeOf } from '../../src/names/normalise/wording.ts'
import { offered } from '../../src/names/read/asides.ts'
import { readersOf } from '../../src/names/read/items-read.ts'
import { onlyDifference, withLostEnding } from '../../src/names/read/misspellings.ts'
import { readName } from '../../src/names/read/read-name.ts'
import { brief, certificates, namesFile, read, scopeOf } from './lists.ts'

const same = (names: string[], ...items: string[]) => ({
  names,
  reading: 'same' as const,
  items,
  grade: 'editorial' as const,
})

t.test('what several readings offer comes in their order, each item once, a handful at most', async (t) => {
  const item = (no: number) => ({ list: 'list', no, name: `${no}` })
  const decided = (...numbers: number[]): Reading => ({
    verdict: 'decided',
    items: numbers.map(item),
    method: 'exact',
    matched: '',
  })
  const ask: Reading = { verdict: 'ask', candidates: [{ ...item(3), matched: '3', score: 0.1 }] }
  t.same(offered([decided(2), undefined, { verdict: 'none' }, decided(1, 2), ask]), [
    { ...item(2), matched: '2', score: THRESHOLDS.recorded },
    { ...item(1), matched: '1', score: THRESHOLDS.recorded - THRESHOLDS.recordedStep },
    { ...item(3), matched: '3', score: THRESHOLDS.recorded - 2 * THRESHOLDS.recordedStep },
  ])
  t.equal(offered([decided(1, 2, 3, 4, 5, 6, 7)]).length, THRESHOLDS.candidates)
})

t.test('a bracket need not name every item that the name stands for', async (t) => {
  const scope = scopeOf([
    { id: 'a', items: [{ no: 1, name: '甲乙证明', subNames: ['丙丁证明'] }] },
    { id: 'b', items: [{ no: 2, name: '甲乙证明' }] },
    { id: 'c', items: [{ no: 3, name: '丙丁证明' }] },
  ])
  t.equal(brief(read('甲乙证明(丙丁证明)', scope)), 'a/1 b/2')
})

t.test('a list that prints a name for one item and in brackets after another has it for the first', async (t) => {
  const items = [
    { no: 1, name: '甲乙证明', subNames: ['丙丁证明'] },
    { no: 2, name: '丙丁证明' },
  ]
  t.equal(brief(read('丙丁证明', scopeOf([{ id: 'list', items }]))), 'list/2')
  const [list] = scopeOf([{ id: 'list', items: [{ no: 1, name: '甲乙证明' }] }]).lists
  t.equal(list?.keys.length, 1, 'without a name in brackets there is none but its own')
})

t.test('a name that a list prints in several spellings leads to each item once', async (t) => {
  const subNames = ['丙丁证明', '丙 丁证明']
  const items = [
    { no: 1, name: '甲乙证明', subNames },
    { no: 2, name: '戊己证明', subNames },
  ]
  t.equal(brief(read('丙丁证明', scopeOf([{ id: 'list', items }]))), 'list/1 list/2')
})

t.test('a name that has the digest of a printed one is another name all the same', async (t) => {
  const list = { id: 'list', items: [{ no: 1, name: '名难济证明' }] }
  t.equal(brief(read('名难济证明', scopeOf([list]))), 'list/1')
  t.equal(brief(read('单失经证明', scopeOf([list]))), 'none')
  const light = scopeOf([list], { wording: { light: ['证明', '书面'] } })
  t.equal(brief(read('名难济书面证明', light)), 'list/1')
  t.equal(brief(read('单失经书面证明', light)), 'none')
  const both = { id: 'list', items: [{ no: 1, name: '名难济证明', subNames: ['单失经证明'] }] }
  t.equal(brief(read('单失经证明', scopeOf([both]))), 'list/1', 'and is found behind it')
  t.same(new SpellingIndex([['名难济证明']]).find('单失经证明'), [0], 'they have one digest')
})

t.test('a name is read in all lists by its spellings, even where its print has their digest', async (t) => {
  const lists = [
    { id: 'a', items: [{ no: 1, name: '丂毆溩 证明' }] },
    { id: 'b', items: [{ no: 7, name: '丂毆溩证明' }] },
  ]
  t.equal(brief(read('丂毆溩 证明', scopeOf(lists))), 'a/1 b/7')
  t.same(new SpellingIndex([['丂毆溩证明']]).find('丂毆溩 证明'), [0], 'they have one digest')
})

t.test('of packed texts each is found in its place, and those of a length', async (t) => {
  const texts = ['甲', '乙丙', '', '\ud842', '\udfb7𠮷']
  const packed = new PackedTexts(texts)
  t.same(
    texts.map((_, at) => packed.at(at)),
    texts,
  )
  t.equal(packed.length, 5)
  t.same([packed.ofLength(1), packed.ofLength(2), packed.ofLength(0), packed.ofLength(3)], [[0, 3], [1], [2], [4]])
})

t.test('more spellings than sixteen bits can count are each found in their place', async (t) => {
  for (const count of [2 ** 16, 2 ** 16 + 64]) {
    const texts = Array.from({ length: count }, (_, at) => `${String.fromCharCode(0x4e00 + (at % 20_000))}${at}`)
    const index = new SpellingIndex(texts.map((text) => [text]))
    t.equal(
      texts.findIndex((text, at) => !index.find(text).includes(at)),
      -1,
    )
    t.same(index.find('无'), [])
  }
})

t.test('a record leads to what lists print for it, main names before sub-names, in force', async (t) => {
  const list = {
    id: 'list',
    items: [
      { no: 1, name: '甲乙证明', subNames: ['丙丁证明'] },
      { no: 2, name: '戊己证明' },
    ],
  }
  const scope = scopeOf([list], { recorded: [same(['龘证明'], '丙丁证明', '戊己证明'), same(['靐齉'], '丙丁证明')] })
  t.equal(brief(read('龘证明', scope)), 'list/2')
  t.equal(brief(read('靐齉', scope)), 'list/2', 'by any record of it')
  t.same(
    readName('龘证明', scope, () => false),
    { verdict: 'none' },
  )
  t.same(
    readName('戊己证明', scope, () => false),
    { verdict: 'none' },
    'nor does a printed name lead to an item that has ended',
  )
})

t.test('a record of several items offers a handful of them, in its order', async (t) => {
  const items = Array.from({ length: 50 }, (_, at) => ({ no: at + 1, name: `${at}号证明` }))
  const names = items.map(({ name }) => name)
  const record = { ...same(['龘证明'], ...names.slice(7), ...names.slice(0, 7)), reading: 'ask' as const }
  const reading = read('龘证明', scopeOf([{ id: 'list', items }], { recorded: [record] }))
  const candidates = reading.verdict === 'ask' ? reading.candidates : []
  t.same(
    candidates.map(({ no }) => no),
    [8, 9, 10, 11, 12],
  )
  t.equal(candidates[1]?.score, THRESHOLDS.recorded - THRESHOLDS.recordedStep)
})

t.test('what likeness leaves nothing of is not offered', async (t) => {
  const list = { id: 'list', items: [{ no: 1, name: '甲乙证明' }] }
  const others = Array.from({ length: 50 }, (_, at) => `${at}号证明`)
  const scope = scopeOf([list], { recorded: [same(['龘龘'], ...others, '甲乙证明')] })
  t.equal(brief(read('龘龘龘', scope)), 'none')
})

t.test('of two records of one name the more cautious holds: elsewhere, none, ask, same', async (t) => {
  const list = { id: 'list', items: [{ no: 1, name: '甲乙证明' }] }
  const record = (reading: 'same' | 'ask' | 'none' | 'elsewhere') => ({
    ...same(['龘证明'], ...(reading === 'same' || reading === 'ask' ? ['甲乙证明'] : [])),
    reading,
    reason: { zh: reading, en: reading },
  })
  for (const [one, other, expected] of [
    ['same', 'ask', 'ask'],
    ['ask', 'none', 'none'],
    ['none', 'elsewhere', 'elsewhere'],
    ['same', 'elsewhere', 'elsewhere'],
  ] as const)
    for (const recorded of [
      [record(one), record(other)],
      [record(other), record(one)],
    ])
      t.match(read('龘证明', scopeOf([list], { recorded })), { record: { reason: { en: expected } } })
  const [first, second] = [
    { ...record('none'), reason: { zh: '先', en: 'first' } },
    { ...record('none'), reason: { zh: '后', en: 'second' } },
  ]
  const reading = read('龘证明', scopeOf([list], { recorded: [first, second] }))
  t.match(reading, { record: { reason: { en: 'first' } } }, 'of two alike the first')
})

t.test('items are told by the reader of their kind, if names of that kind are recorded', async (t) => {
  const list = { id: 'list', items: [{ no: 1, name: '甲乙证明' }] } as unknown as ListFile
  const readers = readersOf([
    { kind: 'task', recorded: [] },
    { kind: 'certificate', recorded: [same(['龘证明'], '甲乙证明')] },
  ])
  const itemsOf = readers('certificate')?.([list])
  t.same(itemsOf?.('龘证明'), [{ list: 'list', no: 1, name: '甲乙证明' }])
  t.same(itemsOf?.('甲乙'), [], 'what is only similar is none of them')
  t.same(readers('task')?.([list])('龘证明'), [])
  t.equal(readers('signboard'), undefined)
})

t.test('a search reads all there is of a short list, and a bounded part of a long one', async (t) => {
  const texts = (count: number) => Array.from({ length: count }, (_, at) => `采${String.fromCharCode(0x5000 + at)}`)
  t.equal(
    new GramIndex(new PackedTexts(texts(THRESHOLDS.postings - 1))).search(gramsOf('采')).length,
    THRESHOLDS.postings - 1,
  )
  t.equal(new GramIndex(new PackedTexts(texts(THRESHOLDS.postings))).search(gramsOf('采')).length, THRESHOLDS.compared)
})

t.test('the last of more texts than sixteen bits can count is found like any other', async (t) => {
  const texts = Array.from({ length: 2 ** 16 }, (_, at) => `${at}`)
  const [first] = new GramIndex(new PackedTexts([...texts, '采伐'])).search(gramsOf('采伐'))
  t.same(first, { at: 2 ** 16, score: 1 })
})

t.test('a text is found before few that have many grams together, and behind many that have none', async (t) => {
  const wordy = Array.from({ length: 4000 }, (_, at) =>
    Array.from({ length: 9 }, (_, of) => String.fromCharCode(0x5000 + ((at * 9 + of) % 15_000))).join(''),
  )
  const empty = Array.from({ length: 2 ** 16 }, () => '')
  const found = (texts: string[]) => new GramIndex(new PackedTexts(texts)).search(gramsOf('龘靐'))
  t.same(found(['龘靐', ...wordy]), [{ at: 0, score: 1 }], '4000 texts, more than 2 ** 16 postings')
  t.same(found([...empty, '龘靐']), [{ at: empty.length, score: 1 }])
})

t.test('an index is searched as before once there are others, shorter and longer', async (t) => {
  const some = new GramIndex(new PackedTexts(['采伐', '登记', '采伐登记']))
  const found = some.search(gramsOf('采伐登记'))
  for (const count of [1, 300]) {
    const other = new GramIndex(new PackedTexts(Array.from({ length: count }, () => '登记许可')))
    t.equal(other.search(gramsOf('登记许可')).length, count)
    t.same(some.search(gramsOf('采伐登记')), found)
  }
})

t.test('hits of a long list are each found once, and only what is like the name', async (t) => {
  const common = Array.from({ length: THRESHOLDS.postings }, (_, at) => `登甲乙丙丁${String.fromCharCode(0x5000 + at)}`)
  const index = new GramIndex(new PackedTexts(['采伐登记', ...common, '采伐许登记可']))
  const once = index.search(gramsOf('采伐登记许可'))
  t.same(
    once.map(({ at }) => at).sort((a, b) => a - b),
    [0, common.length + 1],
  )
  t.same(index.search(gramsOf('采伐登记许可')), once, 'and as well the next time')
})

t.test('what is just alike enough is found in a long list as well', async (t) => {
  const rest = Array.from({ length: THRESHOLDS.postings }, (_, at) => `乙丙丁戊己${String.fromCharCode(0x5000 + at)}`)
  const index = new GramIndex(new PackedTexts([...rest, '甲甲丙丁戊己庚辛壬']))
  t.same(index.search(gramsOf('甲甲乙')), [{ at: rest.length, score: THRESHOLDS.offer }])
})

t.test('texts that are as like the name come in their order, whichever part of the name they have', async (t) => {
  t.same(
    new GramIndex(new PackedTexts(['甲', '乙'])).search(gramsOf('甲乙')).map(({ at }) => at),
    [0, 1],
  )
})

t.test('a long name with one odd character is offered where nothing else is alike', async (t) => {
  const wording = { light: ['情况', '状况', '证明'] }
  const list = {
    id: 'list',
    items: [
      { no: 1, name: '甲情况状况证明' },
      { no: 2, name: '甲状况证明' },
    ],
  }
  const scope = scopeOf([list], { wording })
  t.same(read('乙情况状况证明', scope), {
    verdict: 'ask',
    candidates: [{ list: 'list', no: 1, name: '甲情况状况证明', score: THRESHOLDS.slip, matched: '甲情况状况证明' }],
  })
  t.same(read('乙状况证明', scope), { verdict: 'none' }, 'a short one is another name')
  t.same(read('乙丙情况状况证明', scope), { verdict: 'none' }, 'another length')
  t.same(read('乙丙况状况证明', scope), { verdict: 'none' }, 'two odd characters')
  t.same(
    readName('乙情况状况证明', scope, () => false),
    { verdict: 'none' },
  )
  const six = { id: 'six', items: [{ no: 1, name: '甲情况证明状' }] }
  t.equal(brief(read('乙情况证明状', scopeOf([six], { wording: { light: ['情况', '证明', '状'] } }))), 'ask six/1')
})

t.test('a real word that sounds like a listed one is offered, a handful at most', async (t) => {
  const items = Array.from({ length: 6 }, (_, at) => ({ no: at + 1, name: `${at}号证明` }))
  const scope = scopeOf([{ id: 'list', items }], {
    slots: { 甲: ['健在'] },
    wording: { distinct: ['建在'], light: ['证明'] },
    recorded: [same(['{甲}证明'], '2号证明')],
  })
  t.same(read('建在证明', scope), {
    verdict: 'ask',
    candidates: [{ list: 'list', no: 3, name: '2号证明', score: THRESHOLDS.slip, matched: '2号证明' }],
  })
})

t.test('words are laid out end to end, the longest of ten characters', async (t) => {
  const ten = '一二三四五六七八九十'
  t.ok(madeOf(ten, new Set([ten])))
  t.notOk(madeOf(`${ten}甲`, new Set([`${ten}甲`])))
  t.ok(madeOf('甲乙丙', new Set(['甲', '甲乙', '丙'])), 'by whichever words fit')
  t.notOk(madeOf('甲乙丙', new Set(['甲', '甲乙'])))
  t.ok(madeOf('(1)。', new Set()))
})

t.test('words of a kind become expressions, the longest first', async (t) => {
  const { asking, purpose, purposePrefix, otherPaper, saysNothing } = languageOf({
    asking: ['请', '请提供'],
    purposes: ['用于'],
    papers: ['书', '公证书'],
    generic: ['介绍信'],
  })
  t.equal(asking.exec('请提供甲乙丙')?.[1], '甲乙丙')
  t.equal(asking.exec('甲请提供甲乙丙'), null)
  t.equal(asking.exec('请甲乙'), null)
  t.ok(purpose.test('用于甲'))
  t.ok(purpose.test('甲用'))
  t.notOk(purpose.test('甲用于乙'))
  t.equal(purposePrefix.exec('用于甲的乙丙丁')?.[1], '乙丙丁')
  t.equal(purposePrefix.exec('用于的乙丙丁'), null)
  t.equal(purposePrefix.exec('用于甲的乙丙'), null)
  t.equal(purposePrefix.exec(`用于${'甲'.repeat(17)}的乙丙丁`), null)
  t.equal(purposePrefix.exec('甲用于甲的乙丙丁'), null)
  t.equal(purposePrefix.exec(`用于${'𠮷'.repeat(16)}的甲乙丙`)?.[1], '甲乙丙', 'outside the basic plane as well')
  t.ok(otherPaper.test('甲公证书'))
  t.notOk(otherPaper.test('公证书甲'))
  t.ok(saysNothing('村委会介绍信'))
  t.notOk(saysNothing('甲介绍信'))
})

t.test('notes are the words for copies and seals, the light ones, and whose paper it is', async (t) => {
  const slots = { 人: ['男方'], 物: ['房'] }
  const { noteOnly } = languageOf({ notes: ['原 件'], filler: ['本人'], subjects: ['人', '没有'] }, slots)
  for (const note of ['原件', '本人', '男方', '男方原件1']) t.ok(noteOnly(note), note)
  for (const other of ['房', '原']) t.notOk(noteOnly(other), other)
})

t.test('the meaning of a name is the classes of its words, with and without whom it is about', async (t) => {
  const vocabulary = vocabularyOf({
    slots: { 人: ['父亲'], 事: ['死亡'], 证: ['许可证', '证'] },
    wording: { filler: ['证明'], distinct: ['物业'] },
  })
  const documentEndings = { slot: '证', words: ['证'] }
  const of = (text: string, wording = {}) => meanings(text, vocabulary, { subjects: ['人'], ...wording })
  t.same(of('父亲死亡证明'), ['事+人', '事'])
  t.same(of('死亡父亲证明'), ['事+人'], 'somebody after the matter stays')
  t.same(of('死亡死亡证明'), ['事'])
  t.same(of('证明'), [])
  t.same(of('父亲证明'), ['人'])
  t.same(of('死亡甲证明'), [], 'an unknown word')
  t.same(of('死亡物业证明'), [], 'a word known to be another')
  t.same(of('甲许可证', { documentEndings }), ['证'], 'an unknown document')
  t.same(of('甲许可证'), [])
  t.same(of('死亡甲', { documentEndings }), [])
  t.same(of('甲死亡', { documentEndings }), [])
  t.same(of('甲许可证', { documentEndings: { slot: '证', words: ['执照'] } }), [], 'it ends otherwise')
  t.equal(meaningOfPattern('{遗失}{证件}证明{遗失}'), meaningOfPattern('{证件}{遗失}'))
  t.equal(meaningOfPattern('{证件}{遗失}证明'), ['证件', '遗失'].sort().join('+'))
})

t.test('the most significant rule is reported, wherever it was applied', async (t) => {
  t.equal(mostSignificant([]), 'exact')
  t.equal(mostSignificant(['issuer', 'width', 'exact']), 'issuer')
  t.equal(mostSignificant(['width', 'typo', 'note']), 'typo')
  t.equal(mostSignificant(['id']), 'exact')
})

t.test('an earlier group of words is not changed by a later one', async (t) => {
  const vocabulary = vocabularyOf({
    slots: { 一: ['甲乙'], 二: ['甲乙', '丙丁'] },
    wording: { filler: ['丙丁', '戊己'], light: ['甲乙', '庚辛'], distinct: ['戊己', '壬癸'] },
  })
  t.same(
    segment('甲乙丙丁戊己庚辛壬癸', vocabulary).map(({ word }) => word),
    [
      { text: '甲乙', slot: '一', filler: false, light: true, weak: false },
      { text: '丙丁', slot: '二', filler: false, light: false, weak: false },
      { text: '戊己', filler: true, light: false, weak: false },
      { text: '庚辛', filler: true, light: true, weak: false },
      { text: '壬癸', filler: false, light: false, weak: false },
    ],
  )
  t.equal(core('甲乙丙丁', vocabulary), '丙丁')
})

t.test(
  'a name is taken apart with the fewest unknown characters, then the fewest words, the longer first',
  async (t) => {
    const vocabulary = vocabularyOf({ slots: { 一: ['甲', '甲乙', '乙丙', '丙', '甲乙丙丁', '丁戊'] } })
    const parts = (text: string) => segment(text, vocabulary).map(({ start, text }) => `${start}${text}`)
    t.same(parts('甲乙丙'), ['0甲乙', '2丙'])
    t.same(parts('甲乙丙丁'), ['0甲乙丙丁'])
    t.same(parts('甲乙丙丁戊'), ['0甲乙', '2丙', '3丁戊'], 'nothing left over, though there are more words')
    t.same(parts('龘靐甲龘'), ['0龘靐', '2甲', '3龘'])
    t.same(parts('乙'), ['0乙'])
  },
)

t.test('where two words of one length differ, if in one place', async (t) => {
  t.equal(onlyDifference('甲乙', '甲丙'), 1)
  t.equal(onlyDifference('甲乙', '丙乙'), 0)
  t.equal(onlyDifference('甲乙', '甲乙'), undefined)
  t.equal(onlyDifference('甲乙丙', '丁乙戊'), undefined)
  t.equal(withLostEnding('甲证'), '甲证明')
  t.equal(withLostEnding('证甲'), undefined)
})

t.test(
  'words of two characters and more may be slips for one another, those of a class or without meaning',
  async (t) => {
    const heard = vocabularyOf({
      slots: { 一: ['健在', '建'] },
      wording: { filler: ['证明'], distinct: ['物业'] },
    }).heard()
    const words = (branch: typeof heard): string[] => [
      ...(branch.value ?? []),
      ...[...(branch.next?.values() ?? [])].flatMap(words),
    ]
    t.same(words(heard).sort(), ['证明', '健在'].sort())
  },
)

t.test('a word of a class that a record is about offers what the record leads to', async (t) => {
  const list = { id: 'list', items: [{ no: 1, name: '甲乙证明' }] }
  const file = {
    slots: { 类: ['采伐'], 别: ['备案'], 泛: ['登记'] },
    wording: { light: ['证明'], weakSlots: ['泛'] },
    recorded: [
      same(['{类}证明'], '甲乙证明'),
      { ...same(['{别}']), reading: 'none' as const },
      same(['{泛}'], '甲乙证明'),
    ],
  }
  t.equal(brief(read('龘采伐证明', scopeOf([list], file))), 'ask list/1')
  t.equal(brief(read('龘备案', scopeOf([list], file))), 'none', 'a record that leads nowhere offers nothing')
  t.equal(brief(read('龘登记', scopeOf([list], file))), 'none', 'nor does a word that says nothing by itself')
})

t.test('all words on record, and whatever names hold them, are read alike the second time', async (t) => {
  const names = namesFile('certificates').recorded.flatMap((record) => record.names)
  const first = names.map((name) => brief(read(name, certificates)))
  t.same(
    names.map((name) => brief(read(name, certificates))),
    first,
  )
})
