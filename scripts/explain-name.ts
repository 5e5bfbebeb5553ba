// Prints how a name was read, step by step: npm run names -- 未婚证明 …   (--kind signboard, --kind task for the other kinds)
// Reads data/ as it stands, so that a change to data/names can be tried before it is built.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { ListFile } from '../src/catalogue/files/list.ts'
import type { RecordedNamesFile } from '../src/catalogue/files/recorded-name.ts'
import type { Kind } from '../src/catalogue/files/terms.ts'
import { indexList } from '../src/names/index-list.ts'
import { indexRecords } from '../src/names/index-records.ts'
import { readName } from '../src/names/read-name.ts'
import type { Reading } from '../src/names/reading.ts'

const { values, positionals } = parseArgs({
  options: {
    kind: { type: 'string', default: 'certificate' },
    help: { type: 'boolean', default: false },
    data: { type: 'string', default: join(import.meta.dirname, '..', 'data') },
  },
  allowPositionals: true,
})
const fileOf: Record<Kind, string> = { certificate: 'certificates', signboard: 'signboards', task: 'tasks' }
const kind = values.kind as Kind
const read = <T>(path: string) => JSON.parse(readFileSync(join(values.data, path), 'utf8')) as T
const print = (line: string) => process.stdout.write(`${line}\n`)

function summary(reading: Reading | undefined): string {
  if (!reading) return '–'
  if (reading.verdict === 'decided') {
    const items = reading.items.map((item) => `${item.list}/${item.no} ${item.name}`).join(', ')
    return `decided  ${items}  by ${reading.method}, as ${reading.matched}`
  }
  const why = reading.record?.reason ? `  (${reading.record.reason.zh})` : ''
  if (reading.verdict === 'none') return `none${why}`
  return `ask  ${reading.candidates.map((item) => `${item.list}/${item.no} ${item.name} ${item.score}`).join(', ')}${why}`
}

if (!(kind in fileOf)) {
  print(`--kind is one of ${Object.keys(fileOf).join(', ')}`)
  process.exit(2)
}
const records = indexRecords(read<RecordedNamesFile>(`names/${fileOf[kind]}.json`))
const lists = readdirSync(join(values.data, 'lists'))
  .filter((name) => name.endsWith('.json'))
  .map((name) => read<ListFile>(`lists/${name}`))
  .filter((list) => list.kind === kind)
  .map((list) => indexList(list, records))
print(`lists: ${lists.map(({ id }) => id).join(', ') || 'none'}`)
for (const name of positionals) {
  print(`\n${name}`)
  const reading = readName(
    name,
    { lists, records },
    () => true,
    (form, found) => {
      print(`  ${form.rules.join(' + ') || 'as written'}: ${form.key}  ${summary(found)}`)
    },
  )
  print(`  → ${summary(reading)}`)
}
