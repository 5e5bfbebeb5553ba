// How the service grows with its data, without the other benchmarks.
// node bench/growth.ts [--sizes 100,10000,1000000] [--rounds 3] [--seconds 5] [--connections 32] [--out FILE]
import { writeFileSync } from 'node:fs'
import { growthGoals, growthTable } from './figures/growth-table.ts'
import { goalTable } from './figures/markdown.ts'
import { measureGrowth } from './growth/measure-growth.ts'
import { bundle } from './load/bundle.ts'
import { stayOnLoadCore } from './load/cores.ts'
import { keepAwake } from './load/keep-awake.ts'
import { readOptions } from './load/options.ts'
import { ownFolder } from './load/own-folder.ts'
import { stopWhereSomethingIsMissing } from './load/programs.ts'

const options = readOptions(process.argv.slice(2), ['sizes', 'rounds', 'seconds', 'connections', 'out'])
stopWhereSomethingIsMissing()
stayOnLoadCore()
bundle()
const folder = ownFolder('qingdan-growth-')
keepAwake()
const growth = await measureGrowth(folder, options)
process.stdout.write(`${goalTable(growthGoals(growth))}\n\n${growthTable(growth)}\n`)
if (options.out) writeFileSync(options.out, `${JSON.stringify(growth, null, 2)}\n`)
