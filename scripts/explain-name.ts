// Prints how a name was read, step by step: npm run names -- 未婚证明 …   (--kind signboard, --kind task for the other kinds)
// Reads data/ as it stands, so that a change to data/names can be tried before it is built; what is wrong with it is said.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readData } from '../src/catalogue/read-data.ts'
import { DataError } from '../src/lists/data-set.ts'
import { Kind } from '../src/lists/terms.ts'
import { recordOf } from '../src/names/index/index-records.ts'
import type { ReadAs } from '../src/names/index/reading.ts'
import { segment } from '../src/names/index/segment.ts'
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

function summary(reading: ReadAs | undefined): string {
  if (!reading) return '–'
  if (reading.verdict === 'decided') {
    const items = reading.items.map((item) => `${item.list}/${item.no} ${item.name}`).join(', ')
    return `decided  ${items}  by ${reading.method}, as ${reading.matched}`
  }
  if (reading.verdict === 'unread') return 'unread'
  const why = reading.record?.reason ? `  (${reading.record.reason.zh})` : ''
  if (reading.verdict === 'none') return `none${reading.elsewhere ? ' (elsewhere)' : ''}${why}`
  const offered = reading.candidates.map(
    ({ list, no, matched, score }) => `${list}/${no} by ${matched} ${score.toFixed(3)}`,
  )
  return `ask  ${offered.join(', ') || '–'}${why}`
}

/** The record that a form leads to, and the words it was taken apart into, each with its class. */
function found(key: string): string[] {
  const known = recordOf(key, records)
  const words = segment(key, records.vocabulary).map(({ text, word }) => {
    if (!word) return `${text}[?]`
    return word.slot ? `${text}[${word.slot}]` : `${text}[${word.filler ? 'filler' : word.weak ? 'weak' : 'distinct'}]`
  })
  const record =
    known &&
    `record ${known.recorded.matched} (${known.recorded.record.reading}: ${known.recorded.items.join(', ') || '–'}) by ${known.by}`
  return [...(record ? [record] : []), `words ${words.join(' ')}`]
}

const USAGE = `npm run names -- [--kind certificate|signboard|task] [--data <folder>] <name> ...
Prints every step of the reading of each name: what was looked at (printed names, records, slips, issuer, kind of paper, likeness), the
rules applied, the form that was left and what it came to; of what is recorded also the record and the words (? is unknown).`
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
  let last: string | undefined
  const reading = readName(
    name,
    { lists, records },
    () => true,
    ({ step, text, rules, reading }) => {
      print(`  ${step}  ${rules.join(' + ') || 'as written'}: ${text}  ${summary(reading)}`)
      if (step === 'recorded' && text !== last) for (const line of found(text)) print(`    ${line}`)
      if (step === 'recorded') last = text
    },
  )
  const issuer = reading.issuer ? `  issuer ${reading.issuer.written}: ${reading.issuer.reading}` : ''
  print(`  → ${summary(reading)}${issuer}`)
}
