import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { LoadState } from '../catalogue/catalogue.ts'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { durationMetric } from './duration-metric.ts'
import type { Tally, Traffic } from './traffic.ts'

export interface Measured {
  readonly traffic: Traffic
  readonly snapshot: () => Snapshot
  readonly load: () => LoadState
  readonly stopping: () => boolean
}

const seconds = (instant: string) => Date.parse(instant) / 1000

/** The metrics of the service for Prometheus. Everything is put together when it is asked for, nothing for each request. */
export function metricsOf({ traffic, snapshot, load, stopping }: Measured): Registry {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  registry.registerMetric(durationMetric(traffic))

  const counter = (name: string, help: string, labelNames: readonly string[], tally: Tally) =>
    new Counter({
      ...{ name, help, labelNames, registers },
      collect() {
        this.reset()
        for (const [words, count] of tally) {
          this.inc(Object.fromEntries(labelNames.map((label, index) => [label, words[index] as string])), count)
        }
      },
    })
  counter('qingdan_requests_total', 'Requests answered', ['method', 'route', 'status'], traffic.requests)
  counter('qingdan_answers_total', 'Answers given', ['kind', 'outcome', 'method'], traffic.answers)
  counter('qingdan_caller_requests_total', 'Requests by the name of the key', ['caller'], traffic.callers)

  const total = (name: string, help: string, value: () => number) =>
    new Counter({
      ...{ name, help, registers },
      collect() {
        this.reset()
        this.inc(value())
      },
    })
  total('qingdan_faults_total', 'Failures inside: of requests, of rows of a batch', () => traffic.faults)
  total(
    'qingdan_connections_refused_total',
    'Connections closed at once since there were too many',
    () => traffic.refusedConnections,
  )
  total('qingdan_spans_lost_total', 'Spans that the collector of traces did not take', () => traffic.lostSpans)
  total('qingdan_decisions_lost_total', 'Decisions that did not get into their file', () => traffic.lostDecisions)

  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      ...{ name, help, registers },
      collect() {
        this.set(value())
      },
    })
  const labelled = (
    name: string,
    help: string,
    labelNames: string[],
    values: () => [Record<string, string>, number][],
  ) =>
    new Gauge({
      ...{ name, help, labelNames, registers },
      collect() {
        this.reset()
        for (const [labels, value] of values()) this.set(labels, value)
      },
    })
  labelled('qingdan_dataset_info', 'Version of the dataset answers come from', ['version'], () => [
    [{ version: snapshot().version }, 1],
  ])
  gauge('qingdan_dataset_built_timestamp_seconds', 'When the dataset was built', () => seconds(snapshot().builtAt))
  gauge(
    'qingdan_dataset_age_seconds',
    'Time since the dataset was built',
    () => Date.now() / 1000 - seconds(snapshot().builtAt),
  )
  gauge('qingdan_load_timestamp_seconds', 'When the data were last looked at', () => seconds(load().started))
  labelled('qingdan_load_state', 'How the last look at the data went', ['state'], () =>
    (['current', 'loading', 'failed'] as const).map((state) => [{ state }, load().state === state ? 1 : 0]),
  )
  labelled('qingdan_list_items', 'Items of each list; an absent list was not supplied', ['list', 'completeness'], () =>
    [...snapshot().lists.values()].map(({ id, completeness, size }) => [{ list: id, completeness }, size]),
  )
  gauge(
    'qingdan_lists_not_supplied',
    'Lists that were not supplied',
    () => [...snapshot().lists.values()].filter((list) => list.completeness === 'absent').length,
  )
  gauge('qingdan_stopping', '1 once the process was told to stop', () => Number(stopping()))
  return registry
}
