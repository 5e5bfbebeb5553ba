/** A row, a table, a figure as Markdown. */
export const row = (...cells: readonly string[]) => `| ${cells.join(' | ')} |`
export const table = (head: readonly string[], rows: readonly string[]) =>
  [row(...head), row(...head.map(() => '---')), ...rows].join('\n')
export const figure = (value: number) => value.toFixed(value < 10 ? 2 : 1)
export const whole = (value: number) => Math.round(value).toLocaleString('en')

/** What a figure must reach, what it reached, and between which bounds turns or processes lay. */
export interface Goal {
  readonly title: string
  readonly must: string
  readonly measured: string
  readonly range?: string
  /** The same in terms of the processor time of the servers. */
  readonly processor?: string
  readonly reached: boolean
}

export const goalTable = (goals: readonly Goal[]) =>
  table(
    ['goal', 'must reach', 'measured', '', 'lowest to highest', 'by processor time'],
    goals.map(({ title, must, measured, range = '', processor = '', reached }) =>
      row(title, must, measured, reached ? 'reached' : '**missed**', range, processor),
    ),
  )
