// Writes the figures of a run into docs/performance.md.  node bench/report.ts [FILE]
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Results } from './figures/results.ts'
import { tables } from './figures/tables.ts'
import { readArgument, stop } from './load/options.ts'

const quiet = 0.5
const file =
  readArgument(process.argv.slice(2), 'node bench/report.ts [FILE]') ??
  join(import.meta.dirname, 'results/committed.json')
const page = join(import.meta.dirname, '../docs/performance.md')
const results = readResults()
const { machine, options, node, date } = results
const setting = `Measured on ${date}: ${machine.cores} cores (${machine.model}, ${machine.memoryGigabytes} GiB), Node ${node}, ${options.rounds} ${options.rounds === 1 ? 'round' : 'rounds'} of ${options.seconds} turns of a second with ${options.connections} connections.`
// A run on a busy machine is not forbidden, but its reader must know.
const rough =
  machine.busy > quiet
    ? ` Other programs were running beside it (load average ${machine.busy.toFixed(1)}), so the figures are rough.`
    : ''
const asleep = machine.loadCoreAwake ? '' : " The load generator's core was not kept from sleeping."
const [begin, end] = ['<!-- figures -->', '<!-- end of figures -->']
const text = readFileSync(page, 'utf8')
const [before, after] = [text.split(begin)[0], text.split(end)[1]]
if (after === undefined) throw new Error('docs/performance.md has lost its markers')
writeFileSync(page, `${before}${begin}\n\n${setting}${asleep}${rough}\n\n${tables(results)}\n\n${end}${after}`)

function readResults(): Results {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    return stop(`${file} holds no figures of a run: ${(error as Error).message}`)
  }
}
