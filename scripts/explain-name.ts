// Prints how a name was read, step by step: npm run names -- 未婚证明 …   (--kind signboard, --kind task for the other kinds)
// Reads data/ as it stands, so that a change to data/names can be tried before it is built; what is wrong with it is said.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readData } from '../src/catalogue/read-data.ts'
import { DataError } from '../src/lists/data-set.ts'
import { Kind } from '../src/lists/terms.ts'
import { meanings } from '../src/names/index/meaning.ts'
import type { Reading } from '../src/names/index/reading.ts'
import { core, segment } from '../src/names/index/segment.ts'
import { readName } from '../src/names/read/read-name.ts'
import { scopeOf } from '../src/names/read/scope-of.ts'

const { values, positionals } = parseArgs({
  options: {
    kind: { type: 'string', default: 'certificate' },
    help: { type: 'boolean', default: false },
    data: { type: 'string', default: join(import.meta.dirname, '..', 'data') },
  },
  allowPositionals: true,
})
const kinds: readonly string[] = Kind.enum
const print = (line: string) => process.stdout.write(`${line}\n`)

function summary(reading: Reading | undefined): string {
  if (!reading) return '–'
  if (reading.verdict === 'decided') {
    const items = reading.items.map((item) => `${item.list}/${item.no} ${item.name}`).join(', ')
    return `decided  ${items}  by ${reading.method}, as ${reading.matched}`
  }
  const why = reading.record?.reason ? `  (${reading.record.reason.zh})` : ''
  if (reading.verdict === 'none') return `none${reading.elsewhere ? ' (elsewhere)' : ''}${why}`
  return `ask  ${reading.candidates.map((item) => `${item.list}/${item.no} ${item.name} ${item.score}`).join(', ')}${why}`
}

/** The record that a form was found in, and the words it was taken apart into, each with its class. */
function found(key: string): string[] {
  const { vocabulary, language, byKey, byCore, byMeaning } = records
  const kinds = meanings(key, vocabulary, language.wording)
  const known = [byKey.get(key), byCore.get(core(key, vocabulary)), ...kinds.map((meaning) => byMeaning.get(meaning))]
  const recorded = known.find((one) => one !== undefined)
  const words = segment(key, vocabulary).map(({ text, word }) => {
    if (!word) return `${text}[?]`
    return word.slot ? `${text}[${word.slot}]` : `${text}[${word.filler ? 'filler' : 'distinct'}]`
  })
  const record =
    recorded && `record ${recorded.matched} (${recorded.record.reading}: ${recorded.items.join(', ') || '–'})`
  return [...(record ? [record] : []), `words ${words.join(' ')}`]
}

const USAGE = `npm run names -- [--kind certificate|signboard|task] [--data <folder>] <name> ...
Prints every step of the reading of each name: the rules applied, the form that was left and what it was read as; of a name
that is asked about, is none or was read by a record or by its words, also the record and the words (? is unknown).`
if (values.help || positionals.length === 0) {
  print(USAGE)
  process.exit(values.help ? 0 : 2)
}
if (!kinds.includes(values.kind)) {
  print(`--kind is one of ${kinds.join(', ')}`)
  process.exit(2)
}
function readScope() {
  try {
    const { names, lists } = readData(values.data)
    const ofKind = ({ kind }: { readonly kind: string }) => kind === values.kind
    return scopeOf(names.find(ofKind) ?? { recorded: [] }, lists.filter(ofKind))
  } catch (error) {
    if (!(error instanceof DataError)) throw error
    print(error.message)
    process.exit(1)
  }
}
const { records, lists } = readScope()
print(`lists: ${lists.map(({ id }) => id).join(', ') || 'none'}`)
for (const name of positionals) {
  print(`\n${name}`)
  let last = name
  const reading = readName(
    name,
    { lists, records },
    () => true,
    (form, read) => {
      last = form.key
      print(`  ${form.rules.join(' + ') || 'as written'}: ${form.key}  ${summary(read)}`)
    },
  )
  const printed = reading.verdict === 'decided' && !['synonym', 'composed', 'typo'].includes(reading.method)
  if (!printed) for (const line of found(last)) print(`    ${line}`)
  print(`  → ${summary(reading)}`)
}
