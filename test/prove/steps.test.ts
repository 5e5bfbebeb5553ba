import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import t from 'tap'
import { contentHash } from '../../src/catalogue/data-files.ts'
import { openDatabase } from '../../src/catalogue/database-file.ts'
import { openCatalogue, readSnapshot } from '../../src/catalogue/read-snapshot.ts'
import type { Snapshot } from '../../src/catalogue/snapshot.ts'
import { type Data, listOf, reviewedData, writeData } from '../data-folder.ts'
import { rowsIn } from '../database-rows.ts'
import { budget, seed } from './budget.ts'
import { chance } from './chance.ts'

t.comment(`PROVE_SEED=${seed}`)

const steps = budget(6, 300)
const program = new URL('../../src/catalogue/ensure-database.ts', import.meta.url).href

const served = ({ version, contentHash: hash, lists }: Snapshot) => ({
  version,
  hash,
  lists: [...lists.values()].map(({ id, title, effect, size, items }) => ({ id, title, effect, size, items })),
})

t.test(`a file built in ${steps} steps is one built whole after each, also where the builder is killed`, async (t) => {
  const random = chance(seed)
  const below = (most: number) => Math.floor(random() * most)
  const data = reviewedData()
  const { dataDir, databasePath } = writeData(t, data)
  const location = { dataDir, databasePath }
  const folder = dirname(databasePath)
  const whole = { dataDir, databasePath: join(folder, 'whole.sqlite') }
  await openCatalogue(location)

  const put = (path: string, content: unknown) => {
    writeFileSync(join(folder, 'next.json'), JSON.stringify(content))
    renameSync(join(folder, 'next.json'), join(dataDir, path))
  }
  const itemsOf = (many: number) =>
    Array.from({ length: many }, (_, at) => ({ no: at + 1, name: `第${below(1000)}种${at + 1}证明` }))
  /** One change of the files, mostly of lists alone. */
  const change = () => {
    const ids = Object.keys(data.lists)
    const how = random()
    const made = ids.filter((id) => id.startsWith('made-'))
    if (how < 0.35 || made.length === 0) {
      const id = `made-${below(8)}`
      data.lists[id] = listOf({ id, items: itemsOf(1 + below(400)) })
      put(`lists/${id}.json`, data.lists[id])
    } else if (how < 0.8) {
      const id = ids[below(ids.length)] as string
      const list = data.lists[id] as Data['lists'][string]
      list.title = `${list.title.slice(0, 20)}${below(10)}`
      for (const item of list.items) if (random() < 0.05) item.note = { zh: `第${below(9)}次改动。`, en: 'Changed.' }
      put(`lists/${id}.json`, list)
    } else if (how < 0.9) {
      const id = made[below(made.length)] as string
      delete data.lists[id]
      rmSync(join(dataDir, `lists/${id}.json`))
    } else {
      data.documents.push({ id: `made-${data.documents.length}`, title: '又一份文件' })
      put('documents.json', data.documents)
    }
  }
  /** Has another process build the file, which is killed at a random moment; gives whether it was. */
  const killedBuilding = async () => {
    const build = `import(${JSON.stringify(program)}).then(({ ensureDatabase }) => ensureDatabase(${JSON.stringify(location)}))`
    const child = spawn(process.execPath, ['--eval', build], {
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: 'ignore',
    })
    const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>
    const stop = new AbortController()
    const wait = random() ** 2 * 100
    watch(folder, { signal: stop.signal }, (_event, name) => {
      if (name?.endsWith('.draft')) void setTimeout(wait).then(() => child.kill('SIGKILL'))
    })
    const [, signal] = await ended
    stop.abort()
    return signal === 'SIGKILL'
  }

  let killed = 0
  let before = contentHash(location)
  for (let step = 0; step < steps; step += 1) {
    for (let changes = 1 + below(3); changes > 0; changes -= 1) change()
    const now = contentHash(location)
    if (step % 3 === 0) {
      if (await killedBuilding()) killed += 1
      const found = openDatabase(databasePath, before) ?? openDatabase(databasePath, now)
      if (!found) return t.fail(`step ${step}: neither the old file nor the new one stands there`)
      const { contentHash: held } = readSnapshot(found)
      t.ok(held === before || held === now)
    }
    const stepped = served(await openCatalogue(location))
    rmSync(whole.databasePath, { force: true })
    t.strictSame(stepped, served(await openCatalogue(whole)), `step ${step}: as it is served`)
    t.strictSame(rowsIn(databasePath), rowsIn(whole.databasePath), `step ${step}: row by row`)
    before = now
  }
  t.strictSame(
    readdirSync(folder).filter((name) => name.startsWith(`.${basename(databasePath)}`)),
    [],
    'no draft is left',
  )
  t.comment(`${steps} steps, ${killed} builders killed`)
})
