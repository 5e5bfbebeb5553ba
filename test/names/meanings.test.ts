import { Converter } from 'opencc-js/cn2t'
import t from 'tap'
import { readData } from '../../src/catalogue/read-data.ts'
import { indexList } from '../../src/names/index/index-list.ts'
import { indexRecords } from '../../src/names/index/index-records.ts'
import { readName } from '../../src/names/read/read-name.ts'
import { outcomeOf } from '../../src/rulings/outcome.ts'
import { reviewedFolder } from '../data-folder.ts'
import fc from '../property.ts'
import { casesOf } from './cases.ts'
import { brief, namesFile, read, scopeOf } from './lists.ts'

const { lists: reviewed } = readData(reviewedFolder)
const file = namesFile('certificates')
const records = indexRecords(file)
const listing = (id: string, names: readonly string[]) =>
  indexList({ id, items: names.map((name, at) => ({ no: at + 1, name })) }, records)
const traditional = Converter({ from: 'cn', to: 't' })

// Names of one meaning, as people write them: those that are read as one item of annex 3.
const isSpeltWell = (name: string) => {
  const reading = read(name)
  return reading.verdict === 'decided' && reading.method !== 'typo'
}
const byItem = Map.groupBy(
  casesOf('certificates.txt').filter(
    ({ expected, name }) =>
      /^\d+$/.test(expected) && expected !== '17' && isSpeltWell(name) && /^\p{Script=Han}+证明$/u.test(name),
  ),
  ({ expected }) => expected,
)
const meanings = fc.constantFrom(...[...byItem.values()].map((rows) => rows.map(({ name }) => name)))

t.test('two lists of opposite effect that print names of one meaning always conflict, whatever is asked', async () => {
  fc.assert(
    fc.property(
      meanings.chain((names) =>
        fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names), fc.constantFrom(...names)),
      ),
      ([permitted, prohibited, asked]) => {
        const scope = { records, lists: [listing('permits', [permitted]), listing('prohibits', [prohibited])] }
        for (const name of [permitted, prohibited, asked]) {
          const reading = read(name, scope)
          const effects = reading.verdict === 'decided' ? reading.items.map(({ list }) => list as 'permits') : []
          const outcome = outcomeOf({
            elsewhere: false,
            issuer: undefined,
            verdict: reading.verdict,
            effects,
            silenceSpeaks: true,
          })
          if (outcome !== 'conflicting') throw new Error(`${permitted} yes, ${prohibited} no: ${name} is ${outcome}`)
        }
      },
    ),
    { numRuns: 300 },
  )
})

// Lists that nobody has written synonyms for: of words that are known, unknown, light, or end as villages and papers do.
const parts = fc.constantFrom(
  ...[
    '居住',
    '宅基地',
    '权属',
    '水电',
    '安装',
    '务工',
    '外出',
    '贫困',
    '学生',
    '监护',
    '关系',
    '独生子女',
    '政审',
    '转学',
    '住房',
    '遗失',
  ],
  ...[
    '银行卡',
    '票据',
    '户口',
    '迁移',
    '自产自销',
    '受灾',
    '落户',
    '耕地',
    '面积',
    '龘',
    '靐齉',
    '表现',
    '收入',
    '核查',
    '低保',
    '死亡',
    '拖拉机',
  ],
)
const printed = fc.uniqueArray(
  fc.array(parts, { minLength: 2, maxLength: 4 }).map((words) => `${words.join('')}证明`),
  { minLength: 1, maxLength: 8 },
)
const ours = reviewed
  .filter(({ kind }) => kind === 'certificate')
  .flatMap(({ items }) => items.flatMap(({ name, subNames = [] }) => [name, ...subNames]))
  .filter((name) => /^\p{Script=Han}+证明$/u.test(name) && name !== '表现证明')
const harmless: readonly ((name: string) => string)[] = [
  (name) => `1.${name}`,
  (name) => `（三）${name}`,
  (name) => `《${name}》`,
  (name) => `请提供${name}`,
  (name) => `村委会出具的${name}`,
  (name) => `柳湖镇泾滩村村民委员会开具的${name}`,
  (name) => `${name}（原件1份）`,
  (name) => `${name}材料`,
  (name) => `${name}复印件`,
  (name) => `${name}（加盖村委会公章）`,
  traditional,
  (name) => [...name].join(' '),
  (name) => `${name.slice(0, -2)}情况证明`,
  (name) => `关于${name.slice(0, -2)}的证明`,
]

t.test('a harmless change of a name that a made-up list prints never changes the decision', async () => {
  fc.assert(
    fc.property(printed, fc.constantFrom(...harmless), fc.nat(), (names, change, at) => {
      const scope = { records, lists: [listing('made-up', names)] }
      const name = names[at % names.length] as string
      const [plainly, changed] = [read(name, scope), read(change(name), scope)]
      if (plainly.verdict !== 'decided' || brief(plainly) !== brief(changed))
        throw new Error(`${name} is ${brief(plainly)}, ${change(name)} is ${brief(changed)}`)
    }),
    { numRuns: 500 },
  )
})

t.test('a harmless change of a name that a list prints never changes the decision', async (t) => {
  const own = scopeOf(
    reviewed.filter(({ kind }) => kind === 'certificate'),
    file,
  )
  const decisions = (names: readonly string[]) => names.map((name) => brief(read(name, own)))
  for (const change of harmless) t.same(decisions(ours.map(change)), decisions(ours), String(change))
})

for (const kind of ['certificate', 'signboard', 'task'] as const) {
  t.test(`no more names of a ${kind} are recorded to the letter than change a reading`, async (t) => {
    const recorded = namesFile(`${kind}s` as const)
    const lists = reviewed.filter((list) => list.kind === kind)
    const scope = scopeOf(lists, recorded)
    const literal = recorded.recorded.flatMap((record) => record.names.filter((name) => !name.includes('{')))
    t.ok(literal.length <= 250, `${literal.length} of at most 250`)
    for (const name of literal) {
      const without = recorded.recorded
        .map((record) => ({ ...record, names: record.names.filter((one) => one !== name) }))
        .filter(({ names }) => names.length > 0)
      const lacking = scopeOf(lists, { ...recorded, recorded: without })
      t.notSame(
        readName(name, lacking, () => true),
        readName(name, scope, () => true),
        name,
      )
    }
  })
}
