import type { Line } from '../../documents/blocks.ts'
import type { Kind } from '../../lists/terms.ts'
import type { Entry, Value } from '../entry.ts'
import type { Findings } from '../findings.ts'
import { endsAs } from '../judge/kinds.ts'
import { severalNames } from '../messages/entry-messages.ts'
import { areSeveral, joinedLines } from './joined-lines.ts'

/** 1. or （2） before a name on a line with others. */
const NUMBERED = /(?:(?:^|(?<=[；;。、，,\s）)]))\s*(?:[（(]\d{1,2}[)）]|\d{1,2}[.．、)）])|[①-⑳])\s*(?=[^\d.．])/g
const STOPS = /^[\s；;。、，,]+|[\s；;。、，,]+$/g
const SEPARATORS = /[、，,；;/／|\s]/
/** 居住证明和收入证明: what joins two names that end alike. */
const JOINS = /(?<=证明)(?:以及|和|及|或|与)(?=[^（(]*证明)/g

/** Cuts a text at separators that stand in no bracket. */
function pieces(text: string): string[] {
  const found: string[] = ['']
  let depth = 0
  for (const letter of text.replace(JOINS, '、')) {
    if (/[（([［〔【《“]/.test(letter)) depth += 1
    if (/[）)\]］〕】》”]/.test(letter)) depth = Math.max(0, depth - 1)
    if (depth === 0 && SEPARATORS.test(letter)) found.push('')
    else found[found.length - 1] += letter
  }
  return found.filter((piece) => piece !== '')
}

/** Pieces put together until each ends as a name does: 死亡、失踪证明 is one. */
function asNames(text: string, kind: Exclude<Kind, 'task'>): string[] {
  const separate = pieces(text)
  const names: string[] = []
  let rest = ''
  let open = false
  for (const piece of separate) {
    rest = open ? `${rest}、${piece}` : piece
    open = !endsAs(rest, kind)
    if (!open) names.push(rest)
  }
  return open || names.length < 2 ? [text] : names
}

const bare = (text: string) => text.replace(STOPS, '')

/** The names in a cell; one where it holds one. Work is worded in sentences, which only numbers cut. */
function namesIn(lines: readonly Line[], kind: Kind): string[] {
  const text = lines.map((line) => `${line.label ?? ''}${line.text}`).join('\n')
  const numbers = [...text.matchAll(NUMBERED)].map((one) => one.index)
  const first = numbers[0]
  if (first !== undefined && (numbers.length > 1 || (first > 0 && text.slice(0, first).trim() !== ''))) {
    const cuts = first === 0 || text.slice(0, first).trim() === '' ? numbers : [0, ...numbers]
    const names = cuts.map((from, at) =>
      bare(
        text
          .slice(from, cuts[at + 1])
          .replace(NUMBERED, '')
          .replaceAll('\n', ''),
      ),
    )
    return names.filter((name) => name !== '')
  }
  if (areSeveral(lines)) return lines.map(({ text: line }) => bare(line)).filter((name) => name !== '')
  const one = joinedLines(lines)
  if (kind === 'task') return [one]
  const spaced = lines.length === 1 ? (lines[0] as Line).text : one
  return asNames(bare(spaced), kind).map((name) => joinedLines([{ text: name }]))
}

const piece = (value: Value, name: string): Value => ({ ...value, text: name, lines: [{ text: name }] })

/** The entries with each cell that holds several names cut, where a person says so; doubted else. `weights` are the numbers of names. */
export function cutNames(
  entries: readonly Entry[],
  kind: Kind,
  findings: Findings,
): { entries: Entry[]; weights: ReadonlyMap<Entry, number> } {
  const weights = new Map<Entry, number>()
  const cut = entries.flatMap((entry) => {
    const values = entry.values.get('name') as Value[]
    const lines = values.flatMap((value) => value.lines)
    const names = namesIn(lines, kind)
    weights.set(entry, names.length)
    if (names.length < 2) return [entry]
    if (!findings.isSplit(entry.place)) {
      findings.doubtUnlessKept(entry.place, severalNames(entry.place, names))
      return [entry]
    }
    return names.map((name): Entry => {
      const all = new Map(entry.values)
      all.delete('no')
      return { ...entry, values: all.set('name', [piece(values[0] as Value, name)]), cut: true }
    })
  })
  return { entries: cut, weights }
}
