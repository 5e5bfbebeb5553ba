import type { Measurement, Results } from './results.ts'

/** The middle of several figures; of an even number, the mean of the two in the middle. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b)
  const half = sorted.length / 2
  return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2
}

/** A rate in terms of another, such as exact:qingdan in terms of exact:bare. */
export interface Ratio {
  /** The middle of the rounds: within one both were measured close together, and the machine is another from minute to minute. */
  readonly value: number
  /** Lowest and highest of the rounds. */
  readonly range: readonly [number, number]
  /** The same of answers per second of the server's own processor time: steady where something else used the core, too. */
  readonly processor: number
}

/** Divides two measurements (case:subject) of a run, round by round; undefined where they have no round in common. */
export function ratio({ measurements }: Pick<Results, 'measurements'>, over: string, under: string): Ratio | undefined {
  const of = (wanted: string) => measurements.filter((one) => `${one.case}:${one.subject}` === wanted)
  const divisors = new Map(of(under).map((one) => [one.round, one]))
  const rounds = of(over).flatMap((one): [Measurement, Measurement][] => {
    const other = divisors.get(one.round)
    return other ? [[one, other]] : []
  })
  if (rounds.length === 0) return undefined
  const rates = rounds.map(([one, other]) => one.perSecond / other.perSecond)
  return {
    value: median(rates),
    processor: median(rounds.map(([one, other], at) => ((rates[at] as number) * other.serverShare) / one.serverShare)),
    range: [Math.min(...rates), Math.max(...rates)],
  }
}
