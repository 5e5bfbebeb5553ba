import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { cost, type Run, ratio, report, summary, type Turn } from '../../bench/figures.ts'

const turn = (contender: string, turn: number, perSecond: number, serverShare = 1): Turn => ({
  ...{ contender, turn, perSecond, serverShare },
})

t.test('a ratio is the middle of the turns that both took, with its bounds', async (t) => {
  const turns = [
    ...[turn('a', 1, 100), turn('a', 2, 300, 0.5), turn('a', 3, 200), turn('a', 4, 1)],
    ...[turn('b', 1, 100), turn('b', 2, 100), turn('b', 3, 100)],
  ]
  t.strictSame(ratio('a to b', turns, 'a', 'b', 2), {
    title: 'a to b',
    must: '≥ 2.00',
    measured: '2.00',
    range: '1.00 to 3.00',
    processor: '2.00',
    reached: true,
  })
  t.match(ratio('a to b', turns, 'a', 'b', 2.01), { reached: false })
  t.match(ratio('a to b', turns, 'a', 'b'), { must: '', reached: true }, 'nothing is asked of it')
  t.match(ratio('even', turns.slice(0, 6), 'a', 'b'), { measured: '2.00', processor: '3.50' }, 'of two the mean')
})

t.test('a ratio of what was not measured reaches nothing', async (t) => {
  t.match(ratio('a to b', [turn('a', 1, 1)], 'a', 'b', 0.1), { measured: 'NaN', reached: false })
})

t.test('a cost is that of the middle process and must stay below its bound', async (t) => {
  t.strictSame(cost('start', [2000, 999, 10], 'ms', 1000), {
    title: 'start',
    must: '< 1,000 ms',
    measured: '999 ms',
    range: '10 to 2,000',
    processor: '',
    reached: true,
  })
  t.match(cost('start', [1000], 'ms', 1000), { range: '', reached: false })
  t.match(cost('start', [1000], 'ms'), { must: '', reached: true })
})

t.test('a run is shown as a table, and kept as JSON with a line for each figure', async (t) => {
  const figures = [cost('start', [1], 'ms', 1), cost('load', [0], 's', 60), cost('memory', [5, 7], 'MB')]
  const run: Run = { date: '2026-12-01', machine: '2 cores', node: '26.0.0', how: '1 round', figures }
  t.equal(
    report(run),
    `Measured on 2026-12-01: 2 cores, Node 26.0.0, 1 round.

| figure | must reach | measured |  | lowest to highest | by processor time |
| --- | --- | --- | --- | --- | --- |
| start | < 1 ms | 1 ms | **missed** |  |  |
| load | < 60 s | 0 s | reached |  |  |
| memory |  | 6 MB |  | 5 to 7 |  |`,
  )
  t.strictSame(JSON.parse(summary(run)), run)
  t.equal(summary(run).split('\n').length, 6 + figures.length + 3)
})

t.test('the page shows the run that is kept', async (t) => {
  const read = (file: string) => readFileSync(join(import.meta.dirname, '../..', file), 'utf8')
  const kept = read('bench/figures.json')
  const run = JSON.parse(kept) as Run
  t.equal(summary(run), kept)
  t.ok(read('docs/performance.md').includes(report(run)))
})
