// Repeats what failed in the last run of the tests, which is long: the last lines of npm test where it fails.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const run = readFileSync(join(import.meta.dirname, '../.tap/run.tap'), 'utf8').split('\n')
const failed = run.filter((line) => /^ *not ok/.test(line) && !/ # (?:TODO|SKIP)/.test(line))
const told = failed.length > 0 ? ['Failed:', ...failed] : ['No test failed: see above which lines none of them runs.']
process.stderr.write(`${told.join('\n')}\n`)
process.exit(1)
