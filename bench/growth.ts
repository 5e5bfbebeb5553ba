// How the service grows: 100, 10,000 and 1,000,000 made-up items over up to 3,000 regions. Each size is loaded, started and asked in
// processes of its own; the sizes take turns, and the best of the rounds counts, in processor time, so that a busy machine
// disturbs little. node bench/growth.ts [--out FILE] [--sizes 100,10000,1000000] [--rounds 3]

import { execFileSync, spawn } from 'node:child_process'
import { Console } from 'node:console'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Asked } from './growth-of-one.ts'
import { writeMadeUpCatalogue } from './made-up-catalogue.ts'

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    sizes: { type: 'string', default: '100,10000,1000000' },
    rounds: { type: 'string', default: '3' },
  },
})
const sizes = values.sizes.split(',').map(Number)
const folder = mkdtempSync(join(tmpdir(), 'qingdan-growth-'))
const server = resolve(import.meta.dirname, '../src/server.ts')
const one = resolve(import.meta.dirname, 'growth-of-one.ts')

const place = (items: number) => ({ dataDir: join(folder, `${items}`), databasePath: join(folder, `${items}.sqlite`) })

/** Runs one measurement in a process of its own. */
function measure<Result>(what: 'load' | 'ask', items: number): Result {
  const { dataDir, databasePath } = place(items)
  const out = execFileSync(process.execPath, [one, what, dataDir, databasePath, String(items)], { encoding: 'utf8' })
  return JSON.parse(out) as Result
}

/** Milliseconds from the start of the process to its line "ready", and its resident memory then. */
async function start(items: number): Promise<{ readyMs: number; startedMb: number }> {
  const { dataDir, databasePath } = place(items)
  const env = { PATH: process.env.PATH, PORT: '0', DATA_DIR: dataDir, DATABASE_PATH: databasePath }
  const from = performance.now()
  const child = spawn(process.execPath, [server], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    let said = ''
    for await (const piece of child.stdout) {
      said += String(piece)
      if (said.includes('"ready"')) break
    }
    if (!said.includes('"ready"')) throw new Error(`The service did not start: ${said}`)
    const readyMs = performance.now() - from
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? []
    return { readyMs, startedMb: Number(kilobytes) / 1024 }
  } finally {
    child.kill()
  }
}

interface Growth extends Asked {
  readonly items: number
  readonly loadSeconds: number
  readonly fileMb: number
  readonly readyMs: number
  readonly startedMb: number
}

const grown = new Map<number, Growth>()
const best = (of: keyof Asked['micros'], a: Asked | undefined, b: Asked) =>
  Math.min(a?.micros[of] ?? Infinity, b.micros[of])
try {
  const loaded = new Map<number, number>()
  for (const items of sizes) {
    writeMadeUpCatalogue(place(items).dataDir, items)
    loaded.set(items, measure<{ seconds: number }>('load', items).seconds)
  }
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const items of sizes) {
      const known = grown.get(items)
      const { readyMs, startedMb } = await start(items)
      const asked = measure<Asked>('ask', items)
      grown.set(items, {
        ...asked,
        items,
        loadSeconds: loaded.get(items) as number,
        fileMb: statSync(place(items).databasePath).size / 1e6,
        readyMs: Math.min(known?.readyMs ?? Infinity, readyMs),
        startedMb: Math.max(known?.startedMb ?? 0, startedMb),
        micros: {
          exact: best('exact', known, asked),
          spread: best('spread', known, asked),
          wrapped: best('wrapped', known, asked),
          candidates: best('candidates', known, asked),
        },
      })
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

const [base] = grown.values()
const rows = [...grown.values()].map((one) => ({
  items: one.items,
  'load s': one.loadSeconds.toFixed(1),
  'file MB': one.fileMb.toFixed(1),
  'ready ms': Math.round(one.readyMs),
  'MB at start': Math.round(one.startedMb),
  'MB asked': Math.round(one.askedMb),
  'first µs': one.firstMicros.toFixed(0),
  ...Object.fromEntries(
    Object.entries(one.micros).map(([how, micros]) => [
      `${how} µs (rate)`,
      `${micros.toFixed(1)} (${((base as Growth).micros[how as keyof Asked['micros']] / micros).toFixed(2)})`,
    ]),
  ),
}))
new Console(process.stdout).table(rows)
if (values.out) writeFileSync(values.out, `${JSON.stringify([...grown.values()], null, 2)}\n`)
