import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The names of cases/<file>, with what each has to be read as. */
export function casesOf(file: string): { name: string; expected: string }[] {
  return readFileSync(join(import.meta.dirname, 'cases', file), 'utf8')
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [expected = '', ...names] = line.split(' ')
      return names.map((name) => ({ name, expected }))
    })
}
