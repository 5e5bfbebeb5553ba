import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import t from 'tap'
import { buildApp } from '../src/app.ts'
import { Catalogue } from '../src/catalogue/catalogue.ts'
import type { Answer } from '../src/rulings/answer.ts'
import { patient } from './build-service.ts'
import { reviewedData, writeData } from './data-folder.ts'

const reloads = 15

t.test(`while the data change ${reloads} times under load, every answer is the one its version gives`, async (t) => {
  const { dataDir, databasePath } = writeData(t, reviewedData())
  const nobody = { loaded: () => {}, refused: (error: Error) => t.fail(error.message) }
  const catalogue = await Catalogue.open({ dataDir, databasePath }, nobody)
  const app = await buildApp({ snapshot: () => catalogue.snapshot, load: () => catalogue.load, settings: patient })
  t.teardown(() => app.close())
  const address = await app.listen({ host: '127.0.0.1', port: 0 })

  const file = join(dataDir, 'lists/annex-3.json')
  const text = readFileSync(file, 'utf8')
  const generations = ['养犬', '养猫'].map((pet) => ({ pet, text: text.replaceAll('居民养犬证明', `居民${pet}证明`) }))
  /** Which pet each version's fourth item speaks of: the truth that answers are held against. */
  const petOf = new Map([[catalogue.snapshot.version, '养犬']])

  let changing = true
  const seen: { version: string; header: string | null; item: string | null; pet: string }[] = []
  const callers = generations.map(async ({ pet }) => {
    while (changing) {
      const response = await fetch(`${address}/v1/certificates/${encodeURIComponent(`居民${pet}证明`)}/status`)
      if (response.status !== 200) t.fail(`status ${response.status}`)
      const answer = (await response.json()) as Answer
      const item = answer.match?.item ?? null
      // A short breath leaves the other core and this thread some room to reload.
      await setTimeout(2)
      seen.push({ version: answer.dataset.version, header: response.headers.get('dataset-version'), item, pet })
    }
  })
  for (let n = 1; n <= reloads; n += 1) {
    const next = generations[n % 2]
    if (!next) throw new Error('there are two generations')
    writeFileSync(`${file}.new`, next.text)
    renameSync(`${file}.new`, file)
    await catalogue.reload()
    petOf.set(catalogue.snapshot.version, next.pet)
  }
  changing = false
  await Promise.all(callers)

  t.equal(petOf.size, 2, 'the two generations have two versions')
  t.ok(seen.length > reloads, 'callers kept asking')
  for (const { version, header, item, pet } of seen) {
    if (header !== version) t.fail(`header ${header}, answer ${version}`)
    if ((item === 'annex-3/4') !== (petOf.get(version) === pet))
      t.fail(`${version} cannot have answered ${item} to ${pet}`)
  }
})
