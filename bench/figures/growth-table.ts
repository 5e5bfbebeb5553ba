import { rateGoals } from './goals.ts'
import { figure, type Goal, row, table, whole } from './markdown.ts'
import { median, ratio } from './ratio.ts'
import type { Growth } from './results.ts'

const questions = {
  home: 'names of one county',
  spread: 'names of all counties',
  wrapped: 'wrapped names of all counties',
  candidates: 'names that end in candidates',
  once: 'names that come once only',
} as const
const most = 1_000_000
const [longestLoad, longestStart, leastRate] = [60, 5000, 0.95]

/** What the largest size must reach in terms of the smallest, and alone where it is a million items. */
export function growthGoals(growth: Growth): Goal[] {
  const [smallest, largest] = [growth.sizes[0], growth.sizes.at(-1)]
  if (!smallest || !largest) return []
  const of = (question: 'home' | 'spread') =>
    [
      `${questions[question]}: rate with ${whole(largest.items)} items to that with ${whole(smallest.items)}`,
      `${question}-${largest.items}:qingdan`,
      `${question}-${smallest.items}:qingdan`,
      leastRate,
    ] as const
  const goals = rateGoals(growth, [of('home'), of('spread')])
  if (largest.items < most) return goals
  const ready = median(largest.readyMilliseconds)
  return [
    ...goals,
    {
      title: `${whole(largest.items)} items loaded from files`,
      must: `< ${longestLoad} s`,
      measured: `${largest.loadSeconds.toFixed(1)} s`,
      reached: largest.loadSeconds < longestLoad,
    },
    {
      title: `start to ready from an unchanged file of ${whole(largest.items)} items`,
      must: `< ${longestStart} ms`,
      measured: `${whole(ready)} ms`,
      range: `${whole(Math.min(...largest.readyMilliseconds))} to ${whole(Math.max(...largest.readyMilliseconds))}`,
      reached: ready < longestStart,
    },
  ]
}

/** A column for each size: costs, then rates to those of the smallest, then processor time to that of the smallest. */
export function growthTable(growth: Growth): string {
  const { sizes } = growth
  const [smallest] = sizes
  const line = (title: string, cell: (size: Growth['sizes'][number]) => string) => row(title, ...sizes.map(cell))
  const rates = Object.entries(questions).map(([id, title]) =>
    line(`rate, ${title}`, ({ items }) => {
      const found = ratio(growth, `${id}-${items}:qingdan`, `${id}-${smallest?.items}:qingdan`)
      return found ? figure(found.value) : ''
    }),
  )
  const processor = { exact: questions.home, ...questions, first: 'names asked for the first time' }
  const least = smallest?.microseconds ?? {}
  const times = Object.entries(processor)
    .filter(([id]) => id in least)
    .map(([id, title]) =>
      line(`processor time, ${title}`, ({ microseconds }) =>
        figure((microseconds[id] ?? Number.NaN) / (least[id] as number)),
      ),
    )
  return table(
    ['', ...sizes.map(({ items }) => `${whole(items)} items`)],
    [
      line('loaded from files', ({ loadSeconds }) => `${loadSeconds.toFixed(1)} s`),
      line('database file', ({ fileMegabytes }) => `${fileMegabytes} MB`),
      line('start to ready', ({ readyMilliseconds }) => `${whole(median(readyMilliseconds))} ms`),
      line('resident memory after the start', ({ startedMegabytes }) => `${whole(median(startedMegabytes))} MB`),
      line('after the load', ({ askedMegabytes }) => `${whole(median(askedMegabytes))} MB`),
      ...rates,
      ...times,
    ],
  )
}
