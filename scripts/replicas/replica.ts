import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'

const root = resolve(import.meta.dirname, '../..')

/** A certificate that no list names, until newData puts it on one. */
export const question = '渡船通行证明'

export interface Replica {
  readonly child: ChildProcess
  /** host:port */
  readonly address: string
  readonly dataDir: string
}

/** Starts a replica on a copy of the data in a folder of its own. */
export async function startReplica(folder: string): Promise<Replica> {
  const dataDir = join(folder, 'data')
  cpSync(join(root, 'data'), dataDir, { recursive: true })
  const child = spawn(process.execPath, [join(root, 'src/main.js')], {
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: '0',
      DRAIN_MS: '500',
      LOG_LEVEL: 'info',
      DATA_DIR: dataDir,
      DATABASE_PATH: join(folder, 'qingdan.sqlite'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const complaints = text(child.stderr)
  let address = ''
  for await (const line of createInterface({ input: child.stdout })) {
    address = /listening at http:\/\/([\d.:]+)/.exec(line)?.[1] ?? address
    if (!line.includes('"ready"')) continue
    child.stdout.resume()
    return { child, address, dataDir }
  }
  throw new Error(`a replica did not start: ${await complaints}`)
}

/** Changes the data of a replica, which takes them up while it runs. */
export function newData({ dataDir }: Replica): void {
  const path = join(dataDir, 'lists/annex-3.json')
  const list = JSON.parse(readFileSync(path, 'utf8')) as { items: { no: number; name: string }[] }
  list.items.push({ no: list.items.length + 1, name: question })
  writeFileSync(path, JSON.stringify(list))
}
