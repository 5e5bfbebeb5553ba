import { once } from 'node:events'
import { cpSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import t from 'tap'
import { contentHash } from '../../src/catalogue/data-files.ts'
import { bundled } from '../bundled.ts'
import { type Data, itemIn, listIn, listOf, reviewedData, writeData } from '../data-folder.ts'
import { startService } from '../run-service.ts'
import { budget, seed } from './budget.ts'
import { chance } from './chance.ts'

t.comment(`PROVE_SEED=${seed}`)

const duration = budget(6000, 180_000)
const states = 3
/** Two items in different files; what each is called tells the state of its file. */
const watched = [
  { list: 'annex-3', no: 4 },
  { list: 'annex-2', no: 1 },
] as const
const named = (state: number) => `第${state}种状态证明`

/** The text of each file in each of its states. */
function textsOf(data: Data, { list, no }: (typeof watched)[number]): string[] {
  return Array.from({ length: states }, (_, state) => {
    itemIn(data, list, no).name = named(state)
    return JSON.stringify(listIn(data, list))
  })
}

t.test(
  `files change at random moments for ${duration / 1000} s, and every answer says what its version held`,
  async (t) => {
    const random = chance(seed)
    const data = reviewedData()
    // So many that items are read when they are asked for, from a file that stays open.
    const many = Array.from({ length: 10_001 }, (_, at) => ({ no: at + 1, name: `第${at + 1}项证明` }))
    data.lists['made-up'] = listOf({ id: 'made-up', items: many })
    const texts = watched.map((one) => textsOf(data, one))
    const { dataDir, databasePath } = writeData(t, data)
    const folder = dirname(databasePath)

    /** The names of the watched items, by the digits of the content hash that a version ends with. */
    const held = new Map<string, readonly string[]>()
    const copy = join(folder, 'copy')
    cpSync(dataDir, copy, { recursive: true })
    for (let first = 0; first < states; first += 1) {
      for (let second = 0; second < states; second += 1) {
        for (const [at, state] of [first, second].entries())
          writeFileSync(join(copy, `lists/${watched[at]?.list}.json`), texts[at]?.[state] as string)
        held.set(contentHash({ dataDir: copy }).slice(0, 8), [named(first), named(second)])
      }
    }

    const environment = { DATA_DIR: dataDir, DATABASE_PATH: databasePath, LOG_LEVEL: 'info' }
    const { child, address } = await startService(t, environment, { main: bundled(t, join(folder, 'bundle')) })
    const seen = new Set<string>()
    let asked = 0
    let wrong = 0
    const ask = async () => {
      const at = Math.floor(random() * watched.length)
      const { list, no } = watched[at] as (typeof watched)[number]
      const response = await fetch(`${address}/v1/items/${list}/${no}`)
      const { name } = (await response.json()) as { name: string }
      const version = `${response.headers.get('dataset-version')}`.slice(-8)
      seen.add(version)
      asked += 1
      if (response.status === 200 && held.get(version)?.[at] === name) return
      wrong += 1
      t.fail(`${version} said ${name} of ${list}/${no}, and held ${held.get(version)}`)
    }
    const change = () => {
      const at = Math.floor(random() * watched.length)
      const path = join(dataDir, `lists/${watched[at]?.list}.json`)
      const text = texts[at]?.[Math.floor(random() * states)] as string
      const how = random()
      if (how < 0.5) writeFileSync(path, text)
      else if (how < 0.9) {
        writeFileSync(join(folder, 'next.json'), text)
        renameSync(join(folder, 'next.json'), path)
      } else if (how < 0.95) child.kill('SIGHUP')
      else writeFileSync(join(dataDir, 'lists/.annex-3.json.swp'), text)
    }
    const end = performance.now() + duration
    const changing = async () => {
      while (performance.now() < end) {
        change()
        // Mostly a burst, at times long enough for a load.
        await setTimeout(random() ** 4 * 1500)
      }
    }
    const asking = async () => {
      while (performance.now() < end && wrong < 10) {
        await ask()
        await setTimeout(5)
      }
    }
    await Promise.all([changing(), asking(), asking()])

    const last = [...held].find(([, names]) => names.every((name) => name === named(1)))?.[0]
    for (const [at, { list }] of watched.entries())
      writeFileSync(join(dataDir, `lists/${list}.json`), texts[at]?.[1] as string)
    const served = async () => (await fetch(`${address}/v1/dataset`)).headers.get('dataset-version')
    while (!(await served())?.endsWith(`${last}`)) await setTimeout(50)
    await ask()
    t.equal(wrong, 0)
    t.ok(seen.size > 1, 'more than one version was served')
    t.comment(`${asked} answers of ${seen.size} versions`)
    child.kill()
    t.strictSame(await once(child, 'exit'), [0, null])
  },
)
