import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { costGoals, rateGoals } from '../../bench/figures/goals.ts'
import { growthGoals, growthTable } from '../../bench/figures/growth-table.ts'
import { goalTable } from '../../bench/figures/markdown.ts'
import { peerTable, rateTable } from '../../bench/figures/rate-tables.ts'
import { median, ratio } from '../../bench/figures/ratio.ts'
import type { Grown, Measurement, Results } from '../../bench/figures/results.ts'

const measured = (round: number, id: string, perSecond: number, serverShare = 1): Measurement => {
  const [name = '', subject = ''] = id.split(':')
  const times = { microsecondsP50: 1, microsecondsP99: 2, loadShare: 0.5, residentMegabytes: 100 }
  return { round, case: name, subject, requests: 1, perSecond, serverShare, ...times }
}

const results = (measurements: readonly Measurement[], more: Partial<Results> = {}): Results => ({
  date: '2026-11-22',
  machine: { cores: 2, model: 'some', memoryGigabytes: 8, busy: 0, loadCoreAwake: true },
  node: '24.0.0',
  options: { seconds: 1, rounds: 3, connections: 32 },
  subjects: {},
  cases: [],
  measurements,
  ...more,
})

t.test('a ratio is the middle of the ratios within the rounds, its range that of the same', async (t) => {
  const rates = [
    [90, 100],
    [200, 100],
    [96, 120],
  ].flatMap(([over = 0, under = 0], at) => [measured(at, 'a:x', over), measured(at, 'b:x', under, 0.5)])
  t.same(ratio(results(rates), 'a:x', 'b:x'), { value: 0.9, processor: 0.45, range: [0.8, 2] })
  t.equal(ratio(results(rates), 'a:x', 'c:x'), undefined)
  t.equal(median([4, 1, 2, 3]), 2.5)
  t.ok(Number.isNaN(median([])))
})

t.test('a goal for a rate is reached from its bound on, and told to three digits where it is close', async (t) => {
  const goal = (over: number) => {
    const found = rateGoals(results([measured(1, 'exact:qingdan', over), measured(1, 'exact:fastify', 1000)]))
    t.equal(found.length, 1, 'what was not measured is no goal')
    return found[0]
  }
  t.match(goal(950), { must: '≥ 0.95', measured: '0.950', reached: true })
  t.match(goal(949), { measured: '0.949', reached: false })
  t.match(goal(1500), { measured: '1.50', reached: true })
  t.match(goal(500), { measured: '0.50', reached: false })
})

t.test('rates are shown in terms of the bare server and of each peer, with the log and without', async (t) => {
  const rates = [
    measured(1, 'exact:qingdan', 1000),
    measured(1, 'exact:qingdan-log', 700),
    measured(1, 'exact:express', 200),
  ]
  t.same(
    rateGoals(results(rates)).map(({ title, measured }) => [title, measured]),
    [
      ['exact name with the request log to itself without', '0.700'],
      ['exact name to Express 5 + better-sqlite3', '5.00'],
    ],
  )
  const names = { questions: 1, meanBytes: 1, names: 1 }
  const cases = [
    { id: 'exact', title: 'exact name', ...names },
    { id: 'page', title: 'page /', ...names },
  ]
  const own = { bare: 'node:http', qingdan: 'Qingdan', 'qingdan-log': 'log on' }
  const all = results([...rates, measured(1, 'exact:bare', 800)], {
    cases,
    subjects: { ...own, express: 'Express' },
  })
  t.equal(
    peerTable(all),
    `| in terms of | exact name | exact name, request log on | exact name, node:http with ready bytes |
| --- | --- | --- | --- |
| Express | 5.00 × | 3.50 × | 4.00 × |`,
  )
  t.equal(
    rateTable(all),
    `| case | questions | bytes of an answer | node:http | Qingdan | log on | p99 to p50 |
| --- | --- | --- | --- | --- | --- | --- |
| exact name | 1 | 1 | 1.00 | 1.25 | 0.88 | 2.00 |
| page / | 1 | 1 |  |  |  |  |`,
  )
  t.match(peerTable(results(rates, { cases, subjects: { express: 'Express' } })), '| Express | 5.00 × | 3.50 × |  |')
  t.equal(peerTable(results(rates, { cases, subjects: own })), '', 'without peers there is no table of them')
})

t.test('memory is judged by the middle process, and must not grow by names; the start by the middle one', async (t) => {
  const goals = (afterLoad: readonly number[], overNames: readonly number[], unchanged: readonly number[]) => {
    const underMixedLoad = afterLoad.map((megabytes) => ({ afterStart: 90, afterLoad: megabytes, most: 130 }))
    const memory = { seconds: 60, underMixedLoad, differentNames: 10, differentPerSecond: 1, overNames }
    return costGoals(results([], { memory, starts: { building: 5000, unchanged } })).map(({ reached }) => reached)
  }
  t.same(goals([150, 119, 110], [100, 105, 140, 110, 115, 109], [2000, 999, 10]), [true, true, true])
  t.same(goals([150, 120, 110], [100, 99, 140, 111], [1000, 1000, 10]), [false, false, false])
  t.same(goals([110], [100, 120, 110], [10]), [true, true, true], 'one reading alone tells little')
  const steady = Array.from({ length: 24 }, (_, at) => 100 + (at * 20) / 23)
  t.same(goals([110], steady, [10]), [true, false, true], 'a fifth more from the first name to the last is too much')
})

const size = (items: number, loadSeconds: number, ready: number, microseconds = 1): Grown => ({
  items,
  loadSeconds,
  fileMegabytes: 1,
  readyMilliseconds: [ready],
  startedMegabytes: [100],
  askedMegabytes: [items / 1000],
  microseconds: { exact: microseconds },
})

t.test('growth is held against the smallest size, and what a million items cost against its bounds', async (t) => {
  const rates = (items: number, perSecond: number) =>
    ['home', 'spread'].map((question) => measured(1, `${question}-${items}:qingdan`, perSecond))
  const goals = (largest: Grown, rate: number) =>
    growthGoals({
      sizes: [size(100, 0, 0), largest],
      measurements: [...rates(100, 1000), ...rates(largest.items, rate)],
    }).map(({ reached }) => reached)
  t.same(goals(size(1_000_000, 59.9, 4999), 950), [true, true, true, true])
  t.same(goals(size(1_000_000, 60, 5000), 949), [false, false, false, false])
  t.same(goals(size(10_000, 99, 9999), 950), [true, true], 'a smaller one is judged by its rates alone')
})

t.test(
  'growth is shown a column a size: costs as they are, rates and processor time to those of the smallest',
  async (t) => {
    const sizes = [size(1000, 0.5, 600, 2), size(1_000_000, 9.26, 1700.4, 25)]
    const measurements = [measured(1, 'once-1000:qingdan', 1000), measured(1, 'once-1000000:qingdan', 700)]
    t.equal(
      growthTable({ sizes, measurements }),
      `|  | 1,000 items | 1,000,000 items |
| --- | --- | --- |
| loaded from files | 0.5 s | 9.3 s |
| database file | 1 MB | 1 MB |
| start to ready | 600 ms | 1,700 ms |
| resident memory after the start | 100 MB | 100 MB |
| after the load | 1 MB | 1,000 MB |
| rate, names of one county |  |  |
| rate, names of all counties |  |  |
| rate, wrapped names of all counties |  |  |
| rate, names that end in candidates |  |  |
| rate, names that come once only | 1.00 | 0.70 |
| processor time, names of one county | 1.00 | 12.5 |`,
    )
    const nothing = { sizes: [], measurements: [] }
    t.same(growthGoals(nothing), [])
    t.notMatch(growthTable(nothing), /items/)
    const without = { ...size(1000, 1, 1), microseconds: {} }
    t.match(growthTable({ sizes: [size(100, 1, 1), without], measurements }), '| 1.00 | NaN |')
  },
)

t.test('goals are shown a row each', async (t) => {
  const missed = rateGoals(results([measured(1, 'exact:qingdan', 300, 0.5), measured(1, 'exact:fastify', 1000)]))
  t.equal(
    goalTable([...missed, { title: 'start', must: '< 1 s', measured: '0 s', reached: true }]),
    `| goal | must reach | measured |  | lowest to highest | by processor time |
| --- | --- | --- | --- | --- | --- |
| exact name to Fastify with a ready string | ≥ 0.95 | 0.30 | **missed** | 0.30 to 0.30 | 0.60 |
| start | < 1 s | 0 s | reached |  |  |`,
  )
})

t.test('the page shows every goal of the run that is kept', async (t) => {
  const root = join(import.meta.dirname, '../..')
  const kept: Results = JSON.parse(readFileSync(join(root, 'bench/results/committed.json'), 'utf8'))
  const goals = [...rateGoals(kept), ...costGoals(kept), ...growthGoals(kept.growth ?? { sizes: [], measurements: [] })]
  t.equal(goals.length, 19)
  t.ok(readFileSync(join(root, 'docs/performance.md'), 'utf8').includes(goalTable(goals)))
})
