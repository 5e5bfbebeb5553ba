// Measures the service beside what it is compared with, and prints a table: docs/performance.md says what each figure means.
// npm run bench -- [--only rates,start,memory,items] [--seconds 5] [--rounds 3] [--connections 32] [--soak 60] [--items 1000000] [--out FILE]
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { report, summary } from './figures.ts'
import { stayOnLoadCore } from './load/cores.ts'
import { readOptions } from './load/options.ts'
import { ownFolder } from './load/own-folder.ts'
import { stopWhereSomethingIsMissing } from './load/programs.ts'
import { measureMemory, measureStarts } from './measures/costs.ts'
import { measureManyItems } from './measures/many-items.ts'
import { measureRates } from './measures/rates.ts'

const options = readOptions(process.argv.slice(2), ['rates', 'start', 'memory', 'items'])
const [busy = 0] = loadavg()
stopWhereSomethingIsMissing()
stayOnLoadCore()
const made = spawnSync(process.execPath, [join(import.meta.dirname, '../scripts/bundle.ts'), 'dist'])
if (made.status !== 0) throw new Error(`the service could not be bundled: ${made.stderr}`)
const folder = ownFolder('qingdan-bench-')
const figures = [
  ...(options.wanted('rates') ? await measureRates(folder, options) : []),
  ...(options.wanted('memory') ? await measureMemory(folder, options) : []),
  ...(options.wanted('start') ? await measureStarts(folder) : []),
  ...(options.wanted('items') ? await measureManyItems(folder, options.items) : []),
]
const { rounds, seconds, connections } = options
const run = {
  date: new Date().toISOString().slice(0, 10),
  machine: `${cpus().length} cores (${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, load average before it ${busy.toFixed(1)})`,
  node: process.versions.node,
  how: `${rounds} rounds of ${seconds} turns of a second with ${connections} connections`,
  figures,
}
process.stdout.write(`${report(run)}\n`)
if (options.out) writeFileSync(options.out, summary(run))
