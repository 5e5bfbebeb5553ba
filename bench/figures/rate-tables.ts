import { figure, row, table, whole } from './markdown.ts'
import { median, ratio } from './ratio.ts'
import type { Results } from './results.ts'

const baseline = 'exact:bare'
const columns = ['bare', 'bare-alike', 'fastify', 'qingdan', 'qingdan-log']

/** Rates of the service and of the floors in terms of the bare server's exact answer, a row for each case. */
export function rateTable(results: Results): string {
  const { cases, subjects, measurements } = results
  const shown = columns.flatMap((id) => {
    const title = subjects[id]
    return title === undefined ? [] : [{ id, title }]
  })
  const rows = cases.map(({ id, title, questions, meanBytes, names }) => {
    const rates = shown.map((subject) => {
      const found = ratio(results, `${id}:${subject.id}`, baseline)
      return found ? figure(found.value * names) : ''
    })
    const own = measurements.filter((one) => one.case === id && one.subject === 'qingdan-log')
    const tail = own.map(({ microsecondsP50, microsecondsP99 }) => microsecondsP99 / microsecondsP50)
    return row(title, whole(questions), whole(meanBytes), ...rates, tail.length > 0 ? figure(median(tail)) : '')
  })
  const head = ['case', 'questions', 'bytes of an answer', ...shown.map(({ title }) => title), 'p99 to p50']
  return table(head, rows)
}

const measured = [
  ['qingdan', ''],
  ['qingdan-log', ', request log on'],
  ['bare', ', node:http with ready bytes'],
] as const

/** What the service reaches in terms of each peer, request log off and on, and what node:http does. */
export function peerTable(results: Results): string {
  const peers = Object.entries(results.subjects).filter(([id]) => !columns.includes(id))
  if (peers.length === 0) return ''
  const asked = results.cases.filter(({ id }) => id === 'exact' || id === 'exact-varied')
  const each = asked.flatMap(({ id, title }) =>
    measured.map(([subject, how]) => ({ id, subject, title: `${title}${how}` })),
  )
  return table(
    ['in terms of', ...each.map(({ title }) => title)],
    peers.map(([peer, title]) => {
      const times = each.map(({ id, subject }) => ratio(results, `${id}:${subject}`, `${id}:${peer}`))
      return row(title, ...times.map((found) => (found ? `${figure(found.value)} ×` : '')))
    }),
  )
}
