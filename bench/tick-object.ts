// What a held tick object is worth: the rate of node:http after a collection, with and without.  node bench/tick-object.ts
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../scripts/free-port.ts'
import { ownFolder } from './load/own-folder.ts'
import { stopWhereSomethingIsMissing } from './load/programs.ts'
import { requestFile } from './load/request.ts'
import { startServer } from './load/server.ts'
import { underLoad } from './load/wrk.ts'

stopWhereSomethingIsMissing()
const folder = ownFolder('qingdan-bench-')
const file = join(folder, 'request')
writeFileSync(file, requestFile([{ method: 'GET', path: '/' }]))

async function rate(...hold: string[]): Promise<number> {
  const port = await freePort()
  const args = ['--expose-gc', join(import.meta.dirname, 'servers/collected.ts'), String(port), ...hold]
  const server = await startServer({ program: process.execPath, args, port, probe: '/' })
  const load = { port, connections: 32, file }
  await underLoad({ ...load, seconds: 2 })
  const { requests, microseconds } = await underLoad({ ...load, seconds: 3 })
  await server.stop()
  return requests / microseconds
}

const rounds: number[] = []
for (let round = 0; round < 3; round += 1) rounds.push((await rate()) / (await rate('hold')))
process.stdout.write(
  `rate without a held tick object to the rate with one: ${rounds.map((one) => one.toFixed(2)).join(', ')}\n`,
)
