import { mock } from 'node:test'
import t from 'tap'
import { Collector } from '../../src/operations/collector.ts'
import { Traffic } from '../../src/operations/traffic.ts'
import { logLines } from '../log-lines.ts'

type Exporter = ConstructorParameters<typeof Collector>[0]
type Done = Parameters<Exporter['export']>[1]

/** A collector whose answers the test gives, one by one. */
function slowCollector() {
  const sent: { spans: readonly unknown[]; done: Done }[] = []
  const exporter: Exporter = {
    export: (spans, done) => void sent.push({ spans, done }),
    shutdown: async () => {},
  }
  return { sent, exporter }
}

const failed = { code: 1, error: new Error('gone') }
const taken = { code: 0 }
const spans = (...names: string[]) => names as never

t.test('a collector that is away is tried with one span at a time, until it takes it', async (t) => {
  mock.timers.enable({ apis: ['setTimeout'] })
  t.teardown(() => mock.timers.reset())
  const { sent, exporter } = slowCollector()
  const traffic = new Traffic()
  const { logger, lines } = logLines()
  const seen: string[] = []
  const watcher = { gone: () => seen.push('gone'), back: () => seen.push('back') }
  const collector = new Collector(exporter, traffic, logger, watcher)
  const results: number[] = []
  const done: Done = ({ code }) => results.push(code)

  collector.export(spans('a', 'b'), done)
  collector.export(spans('c'), done)
  sent[0]?.done(failed)
  sent[1]?.done(failed)
  t.same(seen, ['gone'], 'two failures are one going away')
  t.equal(collector.away, true)
  collector.export(spans('d', 'e'), done)
  t.equal(sent.length, 2, 'what waited meanwhile is not sent')
  t.same(results, [1, 1, 1])
  t.equal(traffic.lostSpans, 5)

  for (const attempt of [2, 3]) {
    mock.timers.tick(60_000)
    t.equal(sent.length, attempt + 1, 'nothing is tried again before an answer')
    t.same(sent[attempt]?.spans, ['b'])
    mock.timers.tick(60_000)
    t.equal(sent.length, attempt + 1)
    sent[attempt]?.done(failed)
  }
  mock.timers.tick(60_000)
  sent[4]?.done(taken)
  t.same(seen, ['gone', 'back'])
  t.match(lines, [
    { level: 40, msg: 'the collector takes no traces', err: { message: 'gone' } },
    { level: 40, msg: 'the collector takes traces again', lost: 5 },
  ])
  collector.export(spans('f'), done)
  t.same(sent[5]?.spans, ['f'])
  sent[5]?.done(taken)
  t.same(results, [1, 1, 1, 0])
})
