import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import t from 'tap'

const bench = resolve(import.meta.dirname, '../../bench')

t.test('a benchmark that is asked for what it does not know says so and measures nothing', async (t) => {
  for (const [script, args, said] of [
    ['run.ts', ['--only', 'rates,304'], /^--only: there is no 304; there is rates, start, memory, items\n$/],
    ['run.ts', ['--items', '0'], /--items must be a whole number above 0/],
    ['run.ts', ['--rounds', '1.5'], /--rounds must be a whole number above 0/],
    ['run.ts', ['--secnods', '5'], /Unknown option '--secnods'/],
    ['run.ts', ['exact'], /Unexpected argument 'exact'/],
    ['audit.ts', ['abc'], /^ROWS must be a whole number above 0\n$/],
    ['audit.ts', ['10', '20'], /^It is called as node bench\/audit\.ts \[ROWS\]\n$/],
  ] as const) {
    // Without what measures coverage: what would measure is loaded here and never run.
    const ended = spawnSync('env', ['-i', process.execPath, resolve(bench, script), ...args], { encoding: 'utf8' })
    t.match(ended, { status: 2, stdout: '', stderr: said }, args.join(' '))
    t.notMatch(ended.stderr, /\n {4}at /, 'without a stack')
  }
})
