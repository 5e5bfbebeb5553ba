/** A row, a table, a figure as Markdown. */
export const row = (...cells: readonly string[]) => `| ${cells.join(' | ')} |`
export const table = (head: readonly string[], rows: readonly string[]) =>
  [row(...head), row(...head.map(() => '---')), ...rows].join('\n')
export const figure = (value: number) => value.toFixed(value < 10 ? 2 : 1)
export const whole = (value: number) => Math.round(value).toLocaleString('en')

/** What a figure must reach, what it reached, and within which bounds the rounds lay. */
export interface Goal {
  readonly title: string
  readonly must: string
  readonly measured: string
  readonly rounds?: string
  /** The same in terms of the processor time of the servers. */
  readonly processor?: string
  readonly reached: boolean
}

export const goalTable = (goals: readonly Goal[]) =>
  table(
    ['goal', 'must reach', 'measured', '', 'rounds', 'by processor time'],
    goals.map(({ title, must, measured, rounds = '', processor = '', reached }) =>
      row(title, must, measured, reached ? 'reached' : '**missed**', rounds, processor),
    ),
  )
