import { goals, longestStart, mostMegabytes } from './goals.ts'
import { median, type Ratio, ratio } from './ratio.ts'
import type { Results } from './results.ts'

const row = (...cells: readonly string[]) => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly string[]) =>
  [row(...head), row(...head.map(() => '---')), ...rows].join('\n')
const figure = (value: number) => value.toFixed(value < 10 ? 2 : 1)
const verdict = (reached: boolean) => (reached ? 'reached' : '**missed**')
const range = ({ range: [low, high] }: Ratio) => `${figure(low)} to ${figure(high)}`

function goalRows(results: Results): string[] {
  const rates = goals.flatMap(([title, over, under, least]) => {
    const found = ratio(results, over, under)
    return found ? [row(title, `≥ ${least}`, figure(found.value), range(found), verdict(found.value >= least))] : []
  })
  const { memory, starts } = results
  if (memory) {
    const title = `resident memory after ${memory.seconds} s of mixed load`
    const reached = memory.afterLoad < mostMegabytes
    rates.push(row(title, `< ${mostMegabytes} MiB`, `${memory.afterLoad} MiB`, '', verdict(reached)))
  }
  if (starts) {
    const [low = 0, high = 0] = [Math.min(...starts.unchanged), Math.max(...starts.unchanged)]
    const middle = median(starts.unchanged)
    rates.push(
      row(
        'start to ready',
        `< ${longestStart} ms`,
        `${middle} ms`,
        `${low} to ${high}`,
        verdict(middle < longestStart),
      ),
    )
  }
  return rates
}

/** A rate says little of a subject where something else was the limit: the generator, or waiting. */
function remarks({ measurements }: Results): string[] {
  const bound = measurements.filter(({ loadShare, serverShare }) => loadShare > 0.9 || serverShare < 0.9)
  const named = [...new Set(bound.map((one) => `\`${one.case}:${one.subject}\``))]
  return named.length === 0
    ? []
    : [
        `The server was not the only limit in ${named.join(', ')}: the load generator was busy for more than 0.9 of the time, or the server for less; read these rates as lower bounds.`,
      ]
}

/** Everything a run has found, as Markdown. Rates are given in terms of the bare server's exact answer. */
export function tables(results: Results): string {
  const { cases, subjects, measurements, memory, starts, processes } = results
  const rows = Object.entries(cases).flatMap(([id, { title, questions, meanBytes }]) =>
    Object.entries(subjects).flatMap(([subject, name]) => {
      const own = measurements.filter((one) => one.case === id && one.subject === subject)
      const found = ratio(results, `${id}:${subject}`, 'exact:bare')
      if (own.length === 0) return []
      const p99 = median(own.map(({ microsecondsP99, microsecondsP50 }) => microsecondsP99 / microsecondsP50))
      return [row(title, `${questions}`, `${meanBytes}`, name, found ? figure(found.value) : '', figure(p99))]
    }),
  )
  const other = [
    memory &&
      `Resident memory: ${memory.afterStart} MiB after the start, ${memory.afterLoad} MiB after ${memory.seconds} s of mixed load, ${memory.afterNames} MiB after ${memory.differentNames.toLocaleString('en')} different names more.`,
    starts &&
      `Start to ready: ${starts.building} ms when the database is built, ${median(starts.unchanged)} ms from an unchanged one.`,
    processes &&
      `Two processes on ${processes.sameCore ? 'the one core that is left beside the load' : 'a core each'}: ${figure(processes.two / processes.one)} of the rate of one, ${processes.megabytes} MiB together.`,
  ].filter((line) => line !== undefined)
  return [
    table(['goal', 'must reach', 'measured', 'rounds', ''], goalRows(results)),
    table(['case', 'questions', 'bytes of an answer', 'subject', 'rate to node:http', 'p99 to p50'], rows),
    ...other,
    ...remarks(results),
  ].join('\n\n')
}
