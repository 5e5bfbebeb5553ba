import type { Sentence } from '../lists/terms.ts'
import type { Terminal } from './terminal.ts'

const places = 24
const redrawEvery = 100
const lineEvery = 5_000

/** What is counted unless something else is. */
const rows: Sentence = { zh: '行', en: 'rows' }

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`

/** What is said of the rows so far: a bar and the time left where the total is known, the count and the rate in any case. */
export function progressLine(
  done: number,
  total: number | undefined,
  seconds: number,
  language: 'zh' | 'en',
  unit: Sentence = rows,
): string {
  const rate = seconds > 0 ? done / seconds : 0
  const zh = language === 'zh'
  const count = zh
    ? `${done} ${unit.zh}，每秒 ${Math.round(rate)} ${unit.zh}`
    : `${done} ${unit.en}, ${Math.round(rate)} a second`
  if (total === undefined || total < done) return count
  const full = total > 0 ? done / total : 1
  const bar = '█'.repeat(Math.round(full * places)).padEnd(places, '░')
  const left = rate > 0 ? clock((total - done) / rate) : '--:--'
  return `${bar} ${Math.floor(full * 100)}%  ${count}${zh ? '，剩余 ' : ', left '}${left}`
}

/** Shows how far a table has been read: one line drawn again and again on a terminal, a line now and then elsewhere. */
export class Progress {
  readonly #terminal: Terminal
  readonly #total: number | undefined
  readonly #now: () => number
  readonly #unit: Sentence | undefined
  readonly #start: number
  #shown: number
  #done = 0

  constructor(
    terminal: Terminal,
    total: number | undefined,
    now: () => number = () => performance.now(),
    unit?: Sentence,
  ) {
    this.#terminal = terminal
    this.#total = total
    this.#now = now
    this.#unit = unit
    this.#start = now()
    this.#shown = this.#start
  }

  add(rows: number): void {
    this.#done += rows
    const now = this.#now()
    const { redraw } = this.#terminal
    if (now - this.#shown < (redraw ? redrawEvery : lineEvery)) return
    this.#shown = now
    const line = progressLine(this.#done, this.#total, (now - this.#start) / 1000, this.#terminal.language, this.#unit)
    if (redraw) redraw(line)
    else this.#terminal.error(line)
  }

  /** Clears the line. */
  end(): void {
    this.#terminal.redraw?.('')
  }
}
