/** The files in data/ cannot be used. Each problem names the file, the item and the field, and what is wrong there. */
export class DataError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(`The data cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
    this.name = 'DataError'
    this.problems = problems
  }
}
