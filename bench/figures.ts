/** One turn of a contender: how many answers it gave a second, and which share of its core it used. */
export interface Turn {
  readonly contender: string
  readonly turn: number
  readonly perSecond: number
  readonly serverShare: number
}

/** What was measured, as the page and the committed file show it. */
export interface Figure {
  readonly title: string
  /** What it must reach; empty where nothing is asked of it. */
  readonly must: string
  readonly measured: string
  /** Lowest and highest of the turns or processes. */
  readonly range: string
  /** The same ratio of answers per second of the servers' own processor time; empty where it is no ratio. */
  readonly processor: string
  readonly reached: boolean
}

/** A run: where and how it was made, and what it found. */
export interface Run {
  readonly date: string
  readonly machine: string
  readonly node: string
  readonly how: string
  readonly figures: readonly Figure[]
}

/** The middle of several numbers; of an even number of them, the mean of the two in the middle. */
function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const half = sorted.length / 2
  return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2
}

const bounds = (numbers: readonly number[], write: (value: number) => string) =>
  `${write(Math.min(...numbers))} to ${write(Math.max(...numbers))}`
const two = (value: number) => value.toFixed(2)

/** A rate in terms of another: the middle of the ratios of each turn to the other's turn of that number, which lay seconds apart. */
export function ratio(title: string, turns: readonly Turn[], over: string, under: string, least?: number): Figure {
  const of = (wanted: string) => turns.filter(({ contender }) => contender === wanted)
  const divisors = new Map(of(under).map((one) => [one.turn, one]))
  const pairs = of(over).flatMap((one) => {
    const other = divisors.get(one.turn)
    return other ? [[one, other] as const] : []
  })
  const rates = pairs.map(([one, other]) => one.perSecond / other.perSecond)
  const processor = pairs.map(
    ([one, other]) => (one.perSecond / one.serverShare) * (other.serverShare / other.perSecond),
  )
  const middle = median(rates)
  return {
    title,
    must: least === undefined ? '' : `≥ ${two(least)}`,
    measured: two(middle),
    range: bounds(rates, two),
    processor: two(median(processor)),
    reached: least === undefined || middle >= least,
  }
}

/** A cost of several processes: the middle one counts. */
export function cost(title: string, found: readonly number[], unit: string, most?: number): Figure {
  const middle = median(found)
  const write = (value: number) => Math.round(value).toLocaleString('en')
  return {
    title,
    must: most === undefined ? '' : `< ${write(most)} ${unit}`,
    measured: `${write(middle)} ${unit}`,
    range: found.length > 1 ? bounds(found, write) : '',
    processor: '',
    reached: most === undefined || middle < most,
  }
}

const row = (...cells: readonly string[]) => `| ${cells.join(' | ')} |`

/** A run as Markdown. */
export function report({ date, machine, node, how, figures }: Run): string {
  const head = ['figure', 'must reach', 'measured', '', 'lowest to highest', 'by processor time']
  const rows = figures.map(({ title, must, measured, range, processor, reached }) =>
    row(title, must, measured, must === '' ? '' : reached ? 'reached' : '**missed**', range, processor),
  )
  return [
    `Measured on ${date}: ${machine}, Node ${node}, ${how}.`,
    '',
    row(...head),
    row(...head.map(() => '---')),
    ...rows,
  ].join('\n')
}

/** A run as JSON, a line for each figure. */
export function summary({ figures, ...run }: Run): string {
  const lines = figures.map((figure) => `    ${JSON.stringify(figure)}`).join(',\n')
  return `${JSON.stringify(run, null, 2).slice(0, -2)},\n  "figures": [\n${lines}\n  ]\n}\n`
}
