import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { parse } from 'yaml'
import { usualBounds } from '../../src/catalogue/build-aside.ts'
import { metricsOf } from '../../src/operations/metrics.ts'
import { Traffic } from '../../src/operations/traffic.ts'
import { loadSnapshot } from '../build-service.ts'

const read = (name: string) => readFileSync(join(import.meta.dirname, '../..', name), 'utf8')
const { rules } = parse(read('deploy/prometheus/alerts.yaml')).groups[0] as {
  rules: { alert: string; expr: string; for: string; annotations: { summary: string } }[]
}
const { panels } = JSON.parse(read('deploy/grafana/qingdan.json')) as { panels: { targets: { expr: string }[] }[] }

t.test('alerts and dashboard ask for metrics that exist, by labels that exist', async (t) => {
  const snapshot = await loadSnapshot(t)
  const instant = new Date().toISOString()
  const load = () => ({ state: 'current', started: instant, finished: instant, error: null }) as const
  const traffic = new Traffic()
  traffic.requests.of('GET\n/\n200').total += 1
  traffic.answers.of('task\npermitted\nexact').total += 1
  traffic.callers.of('platform').total += 1
  const text = await metricsOf({ traffic, snapshot: () => snapshot, load, stopping: () => false }).metrics()
  const given = new Set([...text.matchAll(/^(\w+)/gm)].map(([, name]) => name))
  const labels = new Set([...text.matchAll(/(\w+)="/g)].map(([, name]) => name))
  const known = new Set([...labels, 'job', 'instance'])
  const expressions = [
    ...rules.map((rule) => rule.expr),
    ...panels.flatMap((panel) => panel.targets.map(({ expr }) => expr)),
  ]
  t.ok(expressions.length > 20)
  for (const expr of expressions) {
    for (const [name] of expr.matchAll(/\b(qingdan|nodejs|process)_\w+/g)) t.ok(given.has(name), `${expr}: ${name}`)
    for (const [, list = ''] of expr.matchAll(/by \(([\w, ]+)\)/g)) {
      for (const label of list.split(', ')) t.ok(known.has(label), `${expr}: ${label}`)
    }
    for (const [, label] of expr.matchAll(/(\w+)!?="/g)) t.ok(known.has(label), `${expr}: ${label}`)
  }
})

t.test('every alert is explained to the operator', async (t) => {
  const operations = [read('docs/operations.md'), read('docs/operations.zh-CN.md')]
  for (const { alert, annotations } of rules) {
    for (const manual of operations) t.match(manual, `\`${alert}\``, alert)
    t.match(annotations.summary, /\p{Script=Han}/u)
  }
})

t.test('a reload that does not end is told of, once its own time limit has had its chance', (t) => {
  const { expr, for: time } = rules.find(({ alert }) => alert === 'QingdanLoadStuck') as (typeof rules)[number]
  t.match(expr, 'qingdan_load_state{state="loading"}')
  t.ok(Number.parseInt(time, 10) * 60_000 > usualBounds.timeoutMs)
  t.end()
})

t.test('what is scraped and what alerts ask for is one job, and no replica at all is noticed', async (t) => {
  const [{ job_name: job }] = parse(read('deploy/prometheus/scrape.yaml')).scrape_configs
  const { spec } = parse(read('deploy/prometheus/pod-monitor.yaml'))
  const { labels } = parse(read('deploy/kubernetes/kustomization.yaml'))
  const { template } = parse(read('deploy/kubernetes/deployment.yaml')).spec
  const onPods = { ...labels[0].pairs, ...template.metadata.labels }
  t.equal(onPods[spec.jobLabel], job)
  t.match(onPods, spec.selector.matchLabels)
  t.match(template.spec.containers[0].ports, [{}, { name: spec.podMetricsEndpoints[0].port }])
  const jobs = rules.flatMap(({ expr }) => [...expr.matchAll(/job="([^"]*)"/g)].map(([, name]) => name))
  t.same([...new Set(jobs)], [job])
  t.ok(rules.some(({ expr }) => expr === `absent(up{job="${job}"})`))
})
