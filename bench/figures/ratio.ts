import type { Measurement, Results } from './results.ts'

/** The middle of several figures; of an even number, the mean of the two in the middle. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b)
  const half = sorted.length / 2
  return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2
}

/** A rate in terms of another, such as exact:qingdan in terms of exact:bare. */
export interface Ratio {
  readonly value: number
  /** Lowest and highest of the rounds. */
  readonly range: readonly [number, number]
  /** The same of answers per second of the server's own processor time: steady where something else used the core, too. */
  readonly processor: number
}

/** Divides the medians of two measurements (case:subject) of a run; undefined where one of them was not taken. */
export function ratio({ measurements }: Pick<Results, 'measurements'>, over: string, under: string): Ratio | undefined {
  const of = (wanted: string) => measurements.filter((one) => `${one.case}:${one.subject}` === wanted)
  const [dividends, divisors] = [of(over), of(under)]
  if (dividends.length === 0 || divisors.length === 0) return undefined
  const rate = ({ perSecond }: Measurement) => perSecond
  const perProcessorSecond = ({ perSecond, serverShare }: Measurement) => perSecond / serverShare
  const each = dividends.flatMap((one) =>
    divisors.filter(({ round }) => round === one.round).map((other) => one.perSecond / other.perSecond),
  )
  return {
    value: median(dividends.map(rate)) / median(divisors.map(rate)),
    processor: median(dividends.map(perProcessorSecond)) / median(divisors.map(perProcessorSecond)),
    range: [Math.min(...each), Math.max(...each)],
  }
}
