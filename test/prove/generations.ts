import { cpSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Test } from 'tap'
import { type Data, listIn, listOf, reviewedData, writeData } from '../data-folder.ts'

/** So many items that writing them takes a while. */
const many = (word: string) =>
  Array.from({ length: 3000 }, (_, at) => ({ no: at + 1, name: `第${at + 1}号${word}证明` }))

/** Data that say which of two generations they are in the fourth item of annex 3, with a long list beside it. */
function generation(pet: string): Data {
  const data = reviewedData()
  listIn(data, 'annex-3').items = JSON.parse(
    JSON.stringify(listIn(data, 'annex-3').items).replaceAll('居民养犬证明', `居民${pet}证明`),
  )
  data.lists.long = listOf({ id: 'long', completeness: 'partial', region: '620821', items: many(pet) })
  return data
}

export const pets = ['养犬', '养猫'] as const

/** A folder for the SQLite file, and a folder of data for each generation. */
export function workplace(t: Test) {
  const [first, second] = pets
  const { dataDir, databasePath } = writeData(t, generation(first))
  const other = join(dirname(dataDir), 'other')
  cpSync(dataDir, other, { recursive: true })
  for (const [id, list] of Object.entries(generation(second).lists))
    writeFileSync(join(other, 'lists', `${id}.json`), JSON.stringify(list))
  const folder = join(dirname(databasePath), 'built')
  mkdirSync(folder)
  return { folder, databasePath: join(folder, 'qingdan.sqlite'), dataDirs: [dataDir, other] as const }
}

/** Has a link lead to another folder, in one step, as deployments do. */
export function leadTo(folder: string, link: string): void {
  symlinkSync(folder, `${link}.new`)
  renameSync(`${link}.new`, link)
}
