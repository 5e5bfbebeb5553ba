import { Converter } from 'opencc-js/cn2t'
import t from 'tap'
import { readName } from '../../src/names/read/read-name.ts'
import fc from '../property.ts'
import { casesOf } from './cases.ts'
import { annex3, brief, certificates, namesFile, national, read, scopeOf, signboards, tasks } from './lists.ts'

const traditional = Converter({ from: 'cn', to: 't' })
const decided = casesOf('certificates.txt').filter(({ expected }) => /^\d+$/.test(expected))
const undecided = casesOf('certificates.txt').filter(({ expected }) => !/^\d+$/.test(expected))
// 居民财政证明 is a misprint on record to the letter; what goes around it is read without it.
// A name that already has brackets, quotes or foreign script is left alone: the changes are made to plain names.
const isPlain = ({ name }: { name: string }) =>
  /^[\p{Script=Han}]+证明$/u.test(name) && name !== '居民财政证明' && traditional(name) !== name
const plainNames = fc.constantFrom(...decided.filter(isPlain))
const otherNames = fc.constantFrom(...undecided.filter(isPlain))

const scripts = fc.constantFrom((name: string) => name, traditional)
const gaps = fc.array(fc.constantFrom('', '', ' ', '\u3000', '\u200b', '\ufeff', '\t'), {
  minLength: 24,
  maxLength: 24,
})
const spaced = gaps.map(
  (spaces) => (name: string) => [...name].map((character, at) => (spaces[at % 24] ?? '') + character).join(''),
)
const quotes = fc.constantFrom('《》', '“”', '「」', '【】', '〔〕', '﹝﹞', '()', '（）', '""').map(
  ([open, close]) =>
    (name: string) =>
      `${open}${name}${close}`,
)
const numbers = fc
  .constantFrom('1.', '12、', '（三）', '(十二)', '①', '第5项：', '3．')
  .map((number) => (name: string) => number + name)
const notes = fc
  .constantFrom('（原件1份）', '(复印件)', '【盖章】', '（一式两份）', '(加盖村委会公章)', '（用于办理入学）')
  .map((note) => (name: string) => name + note)
const wrappers = fc.constantFrom(
  (name: string) => `村委会出具的${name}`,
  (name: string) => `户籍所在地村民委员会盖章的${name}`,
  (name: string) => `柳湖镇某某村村民委员会开具的${name}`,
  (name: string) => `开具${name}`,
  (name: string) => `请提供${name}`,
  (name: string) => `关于${name.slice(0, -2)}的证明`,
  (name: string) => `${name}原件`,
)
const change = fc.oneof(spaced, quotes, numbers, notes)

t.test('script, width, spacing, brackets, numbering and notes never change a decision', async () => {
  fc.assert(
    fc.property(plainNames, scripts, change, ({ name, expected }, script, changed) => {
      const written = changed(script(name))
      const got = brief(read(written))
      if (got !== `annex-3/${expected}`) throw new Error(`${name} is ${expected}, ${written} is ${got}`)
    }),
    { numRuns: 4000 },
  )
})

t.test('a wrapper never changes a decision', async () => {
  fc.assert(
    fc.property(plainNames, wrappers, ({ name, expected }, wrapped) => {
      const written = wrapped(name)
      const got = brief(read(written))
      if (got !== `annex-3/${expected}`) throw new Error(`${name} is ${expected}, ${written} is ${got}`)
    }),
    { numRuns: 3000 },
  )
})

t.test('no change of the outside turns a name that is not decided into one that is', async () => {
  fc.assert(
    fc.property(otherNames, scripts, fc.oneof(change, wrappers), ({ name }, script, changed) => {
      const written = changed(script(name))
      const reading = read(written)
      if (reading.verdict === 'decided' && reading.issuer?.reading !== 'unclear')
        throw new Error(`${written} is decided: ${brief(reading)}`)
    }),
    { numRuns: 4000 },
  )
})

t.test('adding an unrelated list changes neither a decision nor a score', async (t) => {
  const recorded = namesFile('certificates')
  const foreign = fc.array(fc.string({ unit: fc.constantFrom(...'龘靐齉爩麤灪龖厵'), minLength: 2, maxLength: 8 }), {
    minLength: 1,
    maxLength: 20,
  })
  const all = fc.constantFrom(...decided, ...undecided)
  fc.assert(
    fc.property(foreign, fc.array(all, { minLength: 1, maxLength: 20 }), (names, asked) => {
      const other = { id: 'another', items: names.map((name, at) => ({ no: at + 1, name: `${name}证明` })) }
      const scope = { ...certificates, lists: [...certificates.lists, ...scopeOf([other], recorded).lists] }
      for (const { name } of asked) t.same(read(name, scope), read(name), name)
    }),
    { numRuns: 15 },
  )
})

t.test('the order of the lists does not change what is decided', async (t) => {
  const turned = scopeOf([national, annex3], namesFile('certificates'))
  for (const { name } of decided) t.equal(brief(read(name, turned)), brief(read(name)), name)
})

t.test('every string of up to 200 characters is read, whatever it holds, in bounded time', async (t) => {
  const words = fc.constantFrom(
    ...[
      '证明',
      '村委会',
      '出具的',
      '（',
      '）',
      '(',
      '原件',
      '一式两份',
      '关于',
      '的',
      '村',
      '派出所',
      '或',
      '、',
      '第',
      '一',
      '1',
      '.',
      '×',
      '中共',
    ],
    ...[
      '遗失',
      '身份证',
      '父',
      '子',
      '关系',
      '\ud800',
      '\udc00',
      '\u0000',
      '👨‍👩‍👧',
      'ﷺ',
      'İ',
      '\u202e',
      '{证件}',
      '{',
      '}',
      '*',
      '\\',
      '$&',
    ],
  )
  const strings = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }).map((text) => text.slice(0, 200)),
    fc.array(words, { maxLength: 100 }).map((parts) => parts.join('').slice(0, 200)),
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }).map((codes) => String.fromCharCode(...codes)),
  )
  for (const scope of [certificates, signboards, tasks]) {
    fc.assert(
      fc.property(strings, (text) => {
        readName(text, scope, () => true)
      }),
      { numRuns: 1500 },
    )
  }
  t.pass('and it never throws')
})
