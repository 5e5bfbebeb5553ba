import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Test } from 'tap'
import type { Document } from '../src/lists/document.ts'
import type { Item, ListFile } from '../src/lists/list.ts'
import type { RecordedNamesFile } from '../src/lists/recorded-name.ts'
import type { Region, ReplacedRegion } from '../src/lists/region.ts'
import type { Rule } from '../src/lists/rule.ts'
import type { StatutoryBoard } from '../src/lists/statutory-board.ts'

/** The content of a data folder, free to be changed by a test before it is written. */
export interface Data {
  documents: Document[]
  regions: { source: string; regions: Region[]; replaced: ReplacedRegion[] }
  rules: Rule[]
  statutoryBoards: StatutoryBoard[]
  lists: Record<string, ListFile>
  names: Record<string, RecordedNamesFile>
}

export const reviewedFolder = resolve(import.meta.dirname, '../data')

function readJson<Content>(...path: string[]): Content {
  return JSON.parse(readFileSync(join(reviewedFolder, ...path), 'utf8')) as Content
}

function readFolder<Content>(folder: string): Record<string, Content> {
  if (!existsSync(join(reviewedFolder, folder))) return {}
  const files = readdirSync(join(reviewedFolder, folder)).filter((file) => file.endsWith('.json'))
  return Object.fromEntries(files.map((file) => [file.replace('.json', ''), readJson<Content>(folder, file)]))
}

/** A copy of the data in data/, as reviewed. */
export function reviewedData(): Data {
  return {
    documents: readJson('documents.json'),
    regions: readJson('regions.json'),
    rules: readJson('rules.json'),
    statutoryBoards: readJson('statutory-boards.json'),
    lists: readFolder('lists'),
    names: readFolder('names'),
  }
}

/** One list of the data; a test that names a list that is not there is wrong. */
export function listIn(data: Data, id: string): ListFile {
  const list = data.lists[id]
  if (!list) throw new Error(`no list ${id} in data/`)
  return list
}

/** One item of a list of the data. */
export function itemIn(data: Data, id: string, no: number): Item {
  const item = listIn(data, id).items.find((one) => one.no === no)
  if (!item) throw new Error(`no item ${no} in list ${id}`)
  return item
}

/** A short list in force, for tests that need one beside the reviewed ones. */
export function listOf(fields: Partial<ListFile> & Pick<ListFile, 'id' | 'items'>): ListFile {
  return {
    kind: 'certificate',
    effect: 'permits',
    title: `测试清单${fields.id}`,
    issuer: '测试',
    custodian: { name: '测试', source: { document: 'notice-2023' } },
    region: '620802',
    completeness: 'complete',
    grade: 'official',
    source: { document: 'notice-2023' },
    reviewed: '2026-11-22',
    ...fields,
  }
}

/** Makes annexes 4, 5 and 6 complete, with an item each that stands on no other list. */
export function completeAnnexes4To6(data: Data): void {
  const items: Record<string, Item> = {
    'annex-4': { no: 1, name: '宅基地流转证明' },
    'annex-5': {
      no: 1,
      name: '林木采伐申请证明',
      guide: { use: '申请林木采伐许可', basis: '《森林法》', materials: '身份证', timeLimit: '当场', form: '样表一' },
    },
    'annex-6': { no: 1, name: '红白喜事用车证明' },
  }
  for (const [id, item] of Object.entries(items)) {
    Object.assign(listIn(data, id), { completeness: 'complete', grade: 'official', items: [item] })
  }
}

const folder = (files: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [`${name}.json`, JSON.stringify(content)]))

/** Writes data into the test's own folder, which tap removes. Gives the folder and a place for the SQLite file beside it. */
export function writeData(t: Test, { documents, regions, rules, statutoryBoards, lists, names }: Data) {
  const place = t.testdir({
    data: {
      ...folder({ documents, regions, rules, 'statutory-boards': statutoryBoards }),
      lists: folder(lists),
      names: folder(names),
    },
  })
  return { dataDir: join(place, 'data'), databasePath: join(place, 'qingdan.sqlite') }
}
