import t, { type Test } from 'tap'
import { run } from '../../src/cli/program.ts'
import { type Data, itemIn, reviewedData, writeData } from '../data-folder.ts'

async function verify(t: Test, change: (data: Data) => void, ...args: string[]) {
  const data = reviewedData()
  change(data)
  const { dataDir, databasePath } = writeData(t, data)
  let out = ''
  let error = ''
  const terminal = {
    out: (text: string) => {
      out += text
    },
    error: (text: string) => {
      error += text
    },
  }
  const code = await run(['verify', ...args, '--data', dataDir, '--database', databasePath], {}, terminal)
  return { code, out, error }
}

const law = { id: 'a-law', title: '某法' }
const old = { date: '2018-12-29', from: '2019-01-01', to: '2025-12-31' }
const young = { date: '2025-10-28', from: '2026-01-01' }

t.test('verify --law names the laws that were not held against their text since a day, or never', async (t) => {
  const change = (data: Data) =>
    data.documents.push(
      { ...law, versions: [young] },
      { id: 'b-law', title: '旧法', versions: [old], reviewed: '2020-01-01' },
    )
  const all = await verify(t, change, '--law', '--on', '2026-12-01', '--since', '2026-12-02')
  t.match(all, { code: 0, error: '', out: /2026-12-02 以后没有核对过的法律：\d{3} 部\n/ })
  t.match(all.out, '《消防法》 xiaofang-fa：2026-06-03')
  t.match(all.out, '《某法》 a-law：从未核对')
  t.notMatch(all.out, /b-law/, 'what is no longer in force needs no review')
  const quarter = await verify(t, change, '--law', '--on', '2026-09-01')
  t.match(quarter.out, /^2026-06-03 以后没有核对过的法律：1 部\n {2}- 《某法》 a-law：从未核对\n/)
})

t.test('verify --law names what has a successor or is about to change', async (t) => {
  const { out } = await verify(t, () => {}, '--law', '--on', '2026-12-01', '--lang', 'en')
  t.match(out, /《社会救助暂行办法》 shehui-jiuzhu-zanxing-banfa: → shehui-jiuzhu-fa; The law on social assistance/)
  t.match(out, /《农业法》 nongye-fa: A revision/)
  t.notMatch(out, /《森林防火条例》/, 'it has ended, and its successor stands in its place')
  t.match(
    (await verify(t, () => {}, '--law', '--on', '2025-12-31')).out,
    /《森林防火条例》.*：→ senlin-caoyuan-fangmiehuo-tiaoli/,
  )
})

t.test(
  'verify --law names what no version in force carries, with its last day, its first, or that it is between two',
  async (t) => {
    const gap = [old, { ...young, from: '2027-01-01' }]
    const change = (data: Data) => {
      data.documents.push({ ...law, versions: gap })
      const bases = gap.map(({ date }) => ({ document: 'a-law', version: date }))
      const text = { zh: '某句。', en: 'A sentence.' }
      const item = itemIn(data, 'annex-1', 1)
      const { source: _, ...rest } = item
      delete item.source
      Object.assign(item, rest, {
        bases,
        instead: [{ text, grade: 'reference', source: { document: 'a-law', version: old.date } }],
      })
      Object.assign(itemIn(data, 'annex-3', 1), {
        exceptions: [{ text, grade: 'reference', source: { document: 'a-law', version: young.date } }],
      })
    }
    const { out } = await verify(t, change, '--law', '--on', '2026-12-01')
    t.match(out, 'annex-1/1 编制并组织实施村发展规划：在两个版本之间')
    t.match(out, 'annex-1/1 instead 某句。：至 2025-12-31')
    t.match(out, 'annex-3/1 exceptions 某句。：自 2027-01-01')
    t.match(out, 'national-certificates/10 合作社成员身份证明：至 2022-02-28')
    t.match(out, /rules\.json statute-task-village-funds：至 2025-12-31/)
    t.match(out, /statutory-boards\.json 公共卫生与计划生育委员会：至 2025-12-31/)
  },
)

t.test('a new version of a law is entered with a version and an article each, as docs/data.md says', async (t) => {
  const change = (data: Data) => {
    const fire = data.documents.find(({ id }) => id === 'xiaofang-fa')
    Object.assign(fire?.versions?.[0] ?? {}, { to: '2027-05-31' })
    fire?.versions?.push({ date: '2027-01-20', from: '2027-06-01' })
    const item = itemIn(data, 'annex-2', 4)
    const { source } = item
    delete item.source
    if (source) item.bases = [source, { document: 'xiaofang-fa', version: '2027-01-20', clause: '第七条' }]
  }
  const { out } = await verify(t, change, '--law', '--on', '2027-06-01', '--since', '2026-12-01')
  t.match(
    out,
    /annex-1\/21 消防安全管理人、防火公约、防火检查：至 2027-05-31/,
    'whose article was not entered is named',
  )
  t.notMatch(out, /annex-2\/4 /)
})

t.test('a day of review goes with --law only', async (t) => {
  for (const flag of ['--since', '--on'])
    t.match(await verify(t, () => {}, flag, '2026-12-01'), { code: 2, error: /--law/ })
})

t.test('verify --law names what a new version of a law no longer carries, though other law does', async (t) => {
  const carried = (clauses: readonly string[]) => (data: Data) => {
    data.documents.push({ ...law, versions: [old, young] }, { id: 'b-law', title: '另一法', versions: [old, young] })
    const bases = clauses.map((one) => {
      const [document = '', version = ''] = one.split(' ')
      return { document, version }
    })
    const item = itemIn(data, 'annex-1', 1)
    delete item.source
    Object.assign(item, { bases })
  }
  const both = ['a-law 2018-12-29', 'b-law 2018-12-29', 'b-law 2025-10-28']
  const { out } = await verify(t, carried(both), '--law', '--on', '2026-12-01')
  t.match(out, 'annex-1/1 编制并组织实施村发展规划：现行版本没有依据条款：a-law')
  t.notMatch((await verify(t, carried(both), '--law', '--on', '2025-12-31')).out, /annex-1\/1 /, 'not before its day')
  const whole = await verify(t, carried([...both, 'a-law 2025-10-28']), '--law', '--on', '2026-12-01')
  t.notMatch(whole.out, /annex-1\/1 /)
})
