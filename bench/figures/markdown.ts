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
  readonly reached: boolean
}

export const goalTable = (goals: readonly Goal[]) =>
  table(
    ['goal', 'must reach', 'measured', 'rounds', ''],
    goals.map(({ title, must, measured, rounds = '', reached }) =>
      row(title, must, measured, rounds, reached ? 'reached' : '**missed**'),
    ),
  )
