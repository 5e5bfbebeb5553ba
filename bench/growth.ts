// How the service grows with its data, without the other benchmarks.
// node bench/growth.ts [--sizes 100,10000,1000000] [--rounds 3] [--seconds 5] [--connections 32] [--out FILE]
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { growthGoals, growthTable } from './figures/growth-table.ts'
import { goalTable } from './figures/markdown.ts'
import { measureGrowth } from './growth/measure-growth.ts'
import { stayOnLoadCore } from './load/cores.ts'
import { readOptions } from './load/options.ts'
import { stopWhereSomethingIsMissing } from './load/programs.ts'

const options = readOptions(process.argv.slice(2))
stopWhereSomethingIsMissing()
stayOnLoadCore()
const folder = mkdtempSync(join(tmpdir(), 'qingdan-growth-'))
try {
  const growth = await measureGrowth(folder, options)
  process.stdout.write(`${goalTable(growthGoals(growth))}\n\n${growthTable(growth)}\n`)
  if (options.out) writeFileSync(options.out, `${JSON.stringify(growth, null, 2)}\n`)
} finally {
  rmSync(folder, { recursive: true })
}
