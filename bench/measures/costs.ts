import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../../scripts/free-port.ts'
import { cost, type Figure } from '../figures.ts'
import { requestFile } from '../load/request.ts'
import { startServer } from '../load/server.ts'
import { stopWhereOneFailed, underLoad } from '../load/wrk.ts'
import { mixed } from '../questions.ts'
import { authorization, service } from '../service.ts'

/** Starts the service on an empty folder, then several times on the database it has built there. */
export async function measureStarts(folder: string): Promise<Figure[]> {
  const own = join(folder, 'starts')
  mkdirSync(own)
  const ready: number[] = []
  for (let nth = 0; nth < 6; nth += 1) {
    const server = await startServer(service(own, await freePort(), 'deployed'))
    ready.push(server.readyAfter)
    await server.stop()
  }
  return [
    cost('start to ready', ready.slice(1), 'ms', 1000),
    cost('the same with lists to load', ready.slice(0, 1), 'ms'),
  ]
}

/** Resident memory before and after mixed load on the service as deployed, of as many processes as there are rounds. */
export async function measureMemory(
  folder: string,
  { soak, rounds, connections }: { soak: number; rounds: number; connections: number },
): Promise<Figure[]> {
  const file = join(folder, 'mixed')
  writeFileSync(file, requestFile(mixed.map((one) => ({ ...one, headers: { ...one.headers, ...authorization } }))))
  const [before, after, most]: [number[], number[], number[]] = [[], [], []]
  for (let round = 1; round <= rounds; round += 1) {
    const server = await startServer(service(folder, await freePort(), 'deployed'))
    try {
      before.push(server.residentMegabytes())
      stopWhereOneFailed(await underLoad({ port: server.port, connections, file, seconds: soak }))
      after.push(server.residentMegabytes())
      most.push(server.residentMegabytes('most'))
    } finally {
      await server.stop()
    }
  }
  return [
    cost(`resident memory after ${soak} s of mixed load`, after, 'MB', 150),
    cost('at most during it', most, 'MB'),
    cost('before it', before, 'MB'),
  ]
}
