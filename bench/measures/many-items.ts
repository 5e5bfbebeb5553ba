import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { freePort } from '../../scripts/free-port.ts'
import { cost, type Figure } from '../figures.ts'
import { startServer } from '../load/server.ts'
import { writeMadeUpCatalogue } from '../made-up-catalogue.ts'
import { service } from '../service.ts'

const cli = resolve(import.meta.dirname, '../../src/cli/qingdan.ts')

/** Loads made-up items as `qingdan load` does, and starts the service on the file that this gives. */
export async function measureManyItems(folder: string, items: number): Promise<Figure[]> {
  const own = join(folder, 'items')
  const data = join(own, 'data')
  mkdirSync(own)
  writeMadeUpCatalogue(data, items)
  const from = performance.now()
  const env = { ...process.env, DATA_DIR: data, DATABASE_PATH: join(own, 'qingdan.sqlite') }
  const loaded = spawnSync(process.execPath, [cli, 'load'], { env, encoding: 'utf8' })
  if (loaded.status !== 0) throw new Error(`the items could not be loaded: ${loaded.stderr}`)
  const seconds = (performance.now() - from) / 1000
  const ready: number[] = []
  const megabytes: number[] = []
  for (let nth = 0; nth < 3; nth += 1) {
    const server = await startServer(service(own, await freePort(), 'deployed', data))
    ready.push(server.readyAfter)
    megabytes.push(server.residentMegabytes())
    await server.stop()
  }
  const many = `${items.toLocaleString('en')} items`
  return [
    cost(`${many} loaded from files`, [seconds], 's', 60),
    cost(`start to ready with ${many}`, ready, 'ms', 5000),
    cost(`resident memory then`, megabytes, 'MB'),
  ]
}
