import { costGoals, rateGoals } from './goals.ts'
import { growthGoals, growthTable } from './growth-table.ts'
import { figure, goalTable, whole } from './markdown.ts'
import { peerTable, rateTable } from './rate-tables.ts'
import { median } from './ratio.ts'
import type { Results } from './results.ts'

/** So many measurements can still be named one by one. */
const most = 12

/** A rate says little of a subject where something else was the limit: the generator, waiting, or another program. */
function remarks({ measurements, growth }: Results): string[] {
  const all = [...measurements, ...(growth?.measurements ?? [])]
  const limited = all.filter(({ loadShare, serverShare }) => loadShare > 0.9 || serverShare < 0.9)
  const names = [...new Set(limited.map((one) => `\`${one.case}:${one.subject}\``))]
  const where = names.length > most ? `${limited.length} of ${all.length} measurements` : names.join(', ')
  const busiest = Math.max(...all.filter((one) => !limited.includes(one)).map(({ loadShare }) => loadShare))
  return [
    ...(names.length > 0
      ? [
          `The server was not the only limit in ${where}: the load generator was busy for more than 0.9 of the time, or the server for less. Read these rates as lower bounds.`,
        ]
      : []),
    ...(Number.isFinite(busiest)
      ? [`In all other measurements the load generator was busy for at most ${figure(busiest)} of the time.`]
      : []),
  ]
}

function costs({ memory, starts, processes, measurements }: Results): string[] {
  const sentences: string[] = []
  if (memory) {
    const { underMixedLoad, seconds, differentNames, differentPerSecond, overNames } = memory
    const middle = (which: 'afterStart' | 'afterLoad' | 'most') =>
      whole(median(underMixedLoad.map((one) => one[which])))
    sentences.push(
      `Resident memory (of ${underMixedLoad.length} processes, the middle one): ${middle('afterStart')} MB after the start, ${middle('afterLoad')} MB after ${seconds} s of mixed load and at most ${middle('most')} MB during it. Of one that had this behind it: ${whole(overNames[0] ?? Number.NaN)} MB after ten seconds of names that come once only, ${whole(overNames.at(-1) ?? Number.NaN)} MB after ${whole(differentNames)} of them, at most ${whole(Math.max(...overNames))} MB between.`,
    )
    const afterBatches = underMixedLoad.flatMap((one) => one.afterBatches ?? [])
    if (afterBatches.length > 0)
      sentences.push(
        `After ten seconds of batches of 1,000 names at the end: ${whole(median(afterBatches))} MB, processes ${whole(Math.min(...afterBatches))} to ${whole(Math.max(...afterBatches))}.`,
      )
    const inTurn = measurements.filter((one) => one.case === 'exact-varied' && one.subject === 'qingdan-log')
    if (inTurn.length > 0)
      sentences.push(
        `Names that come once only, wrapped, similar to a listed one and similar to none, request log on: ${figure(differentPerSecond / median(inTurn.map(({ perSecond }) => perSecond)))} of the rate of exact names in turn. None of them is asked again: this is what the long way takes.`,
      )
  }
  if (starts)
    sentences.push(
      `Start to ready: ${whole(starts.building)} ms when the database is built, ${whole(median(starts.unchanged))} ms from an unchanged one.`,
    )
  for (const { where, perSecond, megabytes } of processes?.two ?? [])
    sentences.push(
      `Two processes, the second ${where}: ${figure(perSecond / (processes?.one ?? Number.NaN))} of the rate of one, ${megabytes} MB together.`,
    )
  return sentences
}

/** Everything a run has found, as Markdown. */
export function tables(results: Results): string {
  const { growth } = results
  const goals = [...rateGoals(results), ...costGoals(results), ...(growth ? growthGoals(growth) : [])]
  return [
    goalTable(goals),
    rateTable(results),
    peerTable(results),
    growth ? growthTable(growth) : '',
    ...costs(results),
    ...remarks(results),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}
