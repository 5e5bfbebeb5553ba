import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { run } from '../run-program.ts'
import { budget } from './budget.ts'

const root = join(import.meta.dirname, '../..')
const configuration = JSON.parse(readFileSync(join(root, 'stryker.config.json'), 'utf8'))

/** What is changed: every file of a folder, or with a small budget some that decide much in few lines. */
const folders = [
  {
    folder: 'src/names/',
    some: ['src/names/normalise/place-words.ts', 'src/names/read/scope.ts', 'src/names/normalise/branch.ts'],
  },
  { folder: 'src/rulings/', some: ['src/rulings/outcome.ts', 'src/rulings/rule-for.ts', 'src/rulings/issuer.ts'] },
]
/** A table that a script makes; a test compares it with what it is made from. */
const made = 'src/names/normalise/syllables.ts'
const all = (folder: string) => globSync(`${folder}**/*.ts`, { cwd: root }).filter((file) => file !== made)
const mutate = folders.flatMap(({ folder, some }) => budget(some, all(folder)))
/** Sooner than tap ends the test, so that what is started ends with it; in seconds. */
const patience = budget(500, 3400)

interface Report {
  readonly files: Record<string, { readonly mutants: readonly Mutant[] }>
}
interface Mutant {
  readonly status: string
  readonly mutatorName: string
  readonly replacement: string
  readonly location: { readonly start: { readonly line: number } }
}

t.test('of the changes to names and rulings, tests notice nine in ten', async (t) => {
  const dir = t.testdir()
  const report = join(dir, 'report.json')
  const file = join(dir, 'stryker.config.json')
  const { incrementalFile: _, ...rest } = configuration
  writeFileSync(
    file,
    JSON.stringify({
      ...rest,
      mutate,
      // Nothing is taken over from another run, and nothing is left for one.
      incremental: false,
      tempDirName: join(dir, 'sandbox'),
      thresholds: { ...configuration.thresholds, break: null },
      reporters: ['json'],
      jsonReporter: { fileName: report },
    }),
  )
  const { code, output } = await run(join(root, 'node_modules/.bin/stryker'), ['run', file], root, {}, patience)
  t.equal(code, 0, 'the tests pass without a change, and were run with each', { output })
  const { files } = JSON.parse(readFileSync(report, 'utf8')) as Report
  for (const { folder, some } of folders) {
    const mutants = Object.entries(files)
      .filter(([name]) => name.startsWith(folder))
      .flatMap(([name, { mutants }]) => mutants.map((mutant) => ({ name, ...mutant })))
    const seen = mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout')
    const unseen = mutants.filter((mutant) => !seen.includes(mutant))
    t.comment(`${folder}: ${seen.length} of ${mutants.length} changes noticed`)
    t.ok(mutants.length >= some.length * 10, `${folder} was changed`)
    t.ok(seen.length >= mutants.length * 0.9, `${folder} is watched`, {
      unseen: unseen.map(
        ({ name, location, mutatorName, replacement, status }) =>
          `${name}:${location.start.line} ${status} ${mutatorName}: ${replacement}`,
      ),
    })
  }
})
