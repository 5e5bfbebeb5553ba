import type { Goal } from './markdown.ts'
import { figure, whole } from './markdown.ts'
import { median, ratio } from './ratio.ts'
import type { Results } from './results.ts'

/** What the rates must reach in terms of each other: measurement, baseline, least ratio. */
const rates = [
  ['exact name to Fastify with a ready string', 'exact:qingdan', 'exact:fastify', 0.95],
  ['exact name to node:http with ready bytes', 'exact:qingdan', 'exact:bare', 0.7],
  ['exact name with the request log to itself without', 'exact:qingdan-log', 'exact:qingdan', 0.7],
  ['304 to node:http with the whole answer', '304:qingdan', 'exact:bare', 1],
  ['wrapped name to exact name', 'wrapped:qingdan', 'exact:qingdan', 0.6],
  ['wrapped names in turn to exact names in turn', 'wrapped-varied:qingdan', 'exact-varied:qingdan', 0.6],
  ['candidates to exact name', 'candidates:qingdan', 'exact:qingdan', 0.25],
  [
    'names that end in candidates in turn to exact names in turn',
    'candidates-varied:qingdan',
    'exact-varied:qingdan',
    0.25,
  ],
  ['exact name to Express 5 + better-sqlite3', 'exact:qingdan', 'exact:express', 2.2],
  ['exact name to Hono + better-sqlite3', 'exact:qingdan', 'exact:hono', 1.7],
  ['exact name to json-server', 'exact:qingdan', 'exact:json-server', 12],
  ['exact name to json-server --quiet', 'exact:qingdan', 'exact:json-server-quiet', 12],
] as const

type Rate = readonly [title: string, over: string, under: string, least: number]

/** Goals for rates, as far as both sides of the ratio were measured. */
export function rateGoals(results: Pick<Results, 'measurements'>, wanted: readonly Rate[] = rates): Goal[] {
  return wanted.flatMap(([title, over, under, least]) => {
    const found = ratio(results, over, under)
    if (!found) return []
    const { value, processor } = found
    const range = found.range.map(figure).join(' to ')
    // Two digits would not tell on which side of the goal it lies.
    const close = Math.abs(value / least - 1) < 0.01
    return [
      {
        title,
        must: `≥ ${least}`,
        measured: close ? value.toFixed(3) : figure(value),
        range,
        processor: figure(processor),
        reached: value >= least,
      },
    ]
  })
}

const [mostMegabytes, longestStart, mostGrowth] = [120, 1000, 1.1]

/** Goals for memory and start. */
export function costGoals({ memory, starts }: Results): Goal[] {
  const goals: Goal[] = []
  if (memory) {
    const { seconds, underMixedLoad, differentNames, overNames } = memory
    const afterLoad = underMixedLoad.map((one) => one.afterLoad)
    const middle = median(afterLoad)
    // One reading is as high as V8 has just collected or not.
    const quarter = Math.ceil(overNames.length / 4)
    const grown = median(overNames.slice(-quarter)) / median(overNames.slice(0, quarter))
    goals.push(
      {
        title: `resident memory after ${seconds} s of mixed load`,
        must: `< ${mostMegabytes} MB`,
        measured: `${whole(middle)} MB`,
        range: `${whole(Math.min(...afterLoad))} to ${whole(Math.max(...afterLoad))}`,
        reached: middle < mostMegabytes,
      },
      {
        title: `resident memory in the last quarter of ${whole(differentNames)} different names to that in the first`,
        must: `≤ ${mostGrowth}`,
        measured: figure(grown),
        reached: grown <= mostGrowth,
      },
    )
  }
  if (starts) {
    const middle = median(starts.unchanged)
    goals.push({
      title: 'start to ready',
      must: `< ${longestStart} ms`,
      measured: `${whole(middle)} ms`,
      range: `${whole(Math.min(...starts.unchanged))} to ${whole(Math.max(...starts.unchanged))}`,
      reached: middle < longestStart,
    })
  }
  return goals
}
