import type { Entry } from '../entry.ts'
import type { Findings } from '../findings.ts'
import { contrary } from '../messages/list-messages.ts'
import type { Field } from '../table/field.ts'
import type { Subject } from './judge-lines.ts'
import { isContrary, nameIsContrary, remarkIsContrary } from './stance.ts'

/** Fields whose words are about the matter and not about the list. */
const ABOUT_THE_MATTER: ReadonlySet<Field> = new Set([
  'no',
  'name',
  'basis',
  'materials',
  'procedure',
  'conditions',
  'exceptions',
  'instead',
])
/** A longer text is a rule with cases of its own, unless it is the remark. */
const longestVerdict = 40

/** What in an entry says the contrary of the list: a heading above it, its category or state, a remark, its name. */
function contraryIn(entry: Entry, name: string, list: Subject): string | undefined {
  const above = entry.group.find((text) => isContrary(text, list.effect))
  if (above !== undefined) return above
  if (nameIsContrary(name, list.effect, list.kind)) return name
  for (const [field, values] of entry.values) {
    for (const { text } of values) {
      const sets = field === 'category' || field === 'state'
      if (sets && isContrary(text, list.effect)) return text
      const says = !ABOUT_THE_MATTER.has(field) && (field === 'note' || text.length <= longestVerdict)
      if (says && remarkIsContrary(text, list.effect)) return text
    }
  }
  return undefined
}

/** Doubts an entry that the document itself takes out of the list. */
export function judgeEntry(entry: Entry, name: string, list: Subject, findings: Findings): void {
  const text = contraryIn(entry, name, list)
  if (text !== undefined) findings.doubtUnlessKept(entry.place, contrary(entry.place, text, list.id))
}
