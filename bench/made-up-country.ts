// The whole country with five made-up lists at each of its places: node bench/made-up-country.ts FOLDER ITEMS writes a data folder.
// The divisions are the real ones; every title says that it is made up, and none of it is ever served as data.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Document } from '../src/lists/document.ts'
import type { ListFile } from '../src/lists/list.ts'
import type { Region } from '../src/lists/region.ts'
import { document, listAt, nameOf, ruleOf } from './made-up-catalogue.ts'

const reviewed = resolve(import.meta.dirname, '../data')
const json = <Content>(name: string) => JSON.parse(readFileSync(join(reviewed, name), 'utf8')) as Content

type Sort = Pick<ListFile, 'id' | 'kind' | 'effect'> & { readonly worded: (name: string) => string }
/** The five lists of a place: what each is of, and how its names end or begin. */
const sorts: readonly Sort[] = [
  { id: 'prohibited-certificates', kind: 'certificate', effect: 'prohibits', worded: (name) => name },
  { id: 'permitted-certificates', kind: 'certificate', effect: 'permits', worded: (name) => name },
  {
    id: 'permitted-signboards',
    kind: 'signboard',
    effect: 'permits',
    worded: (name) => name.replace(/证明$/, '工作站'),
  },
  { id: 'assisted-tasks', kind: 'task', effect: 'assists', worded: (name) => `协助办理${name}` },
  { id: 'prohibited-tasks', kind: 'task', effect: 'prohibits', worded: (name) => `负责${name}` },
]

/** Writes a data folder with this many items, at most 1,048,576, spread over all places. */
function writeMadeUpCountry(folder: string, items: number): void {
  mkdirSync(join(folder, 'lists'), { recursive: true })
  cpSync(join(reviewed, 'names'), join(folder, 'names'), { recursive: true })
  cpSync(join(reviewed, 'regions.json'), join(folder, 'regions.json'))
  const write = (path: string, content: object) => writeFileSync(join(folder, path), `${JSON.stringify(content)}\n`)
  const { regions } = json<{ regions: Region[] }>('regions.json')
  const count = regions.length * sorts.length
  let nth = 0
  for (const [at, { code, name }] of regions.entries()) {
    for (const [of, { worded, ...sort }] of sorts.entries()) {
      const until = Math.floor(((at * sorts.length + of + 1) * items) / count)
      const list: ListFile = {
        ...sort,
        id: `${code}-${sort.id}`,
        ...listAt(name, code),
        items: Array.from({ length: until - nth }, (_, index) => ({
          no: index + 1,
          name: worded(nameOf(nth + index)),
        })),
      }
      nth = until
      write(`lists/${list.id}.json`, list)
    }
  }
  const rules = regions.map(({ code }) =>
    ruleOf(code, [`${code}-prohibited-certificates`, `${code}-permitted-certificates`]),
  )
  write('rules.json', rules)
  write('documents.json', [...json<Document[]>('documents.json'), document])
  write('statutory-boards.json', [])
}

if (import.meta.main) {
  const [folder, items] = process.argv.slice(2)
  if (folder === undefined || !(Number(items) > 0)) throw new Error('node bench/made-up-country.ts FOLDER ITEMS')
  writeMadeUpCountry(folder, Number(items))
}
