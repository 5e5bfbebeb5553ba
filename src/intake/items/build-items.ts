import type { Place } from '../../documents/place-in-file.ts'
import type { Guide, Item, ListFile } from '../../lists/list.ts'
import { printedException, printedInstead, printedNote } from '../../lists/printed-words.ts'
import type { Grade } from '../../lists/terms.ts'
import { key } from '../../names/normalise/plain.ts'
import type { Context } from '../context.ts'
import type { Entry } from '../entry.ts'
import type { Findings } from '../findings.ts'
import { judgeEntry } from '../judge/judge-entry.ts'
import type { Subject } from '../judge/judge-lines.ts'
import * as entryWords from '../messages/entry-messages.ts'
import { looksLikeException } from '../messages/item-messages.ts'
import * as rowWords from '../messages/table-messages.ts'
import { GUIDE_FIELDS } from '../table/field.ts'
import { printedNames } from './bracketed-names.ts'
import { categoryOf, columnPlace, fillDown } from './category.ts'
import { itemNumbers } from './numbers.ts'
import { boardOf } from './read-board-fields.ts'
import { type ReadName, readEntryName } from './read-item-name.ts'
import { takeTypedNumbers } from './typed-numbers.ts'
import { printedText } from './values.ts'

/** An item as the annex prints it, and where. */
export interface PlacedItem {
  readonly item: Item
  readonly place: Place
}

const COMMITTEE = /村|居|社区|基层群众性自治组织/

/** Doubts whatever in an entry's cells a person has to look at first. */
function inspect(entry: Entry, findings: Findings): void {
  for (const [field, values] of entry.values) {
    if (field === 'ignore') continue
    for (const value of values) {
      for (const mark of value.marks)
        findings.doubtUnlessKept(entry.place, entryWords.marked(columnPlace(entry, value.column), mark, value.text))
    }
  }
  const issuer = printedText(entry, 'issuer')
  if (issuer !== undefined && !COMMITTEE.test(issuer))
    findings.doubtUnlessKept(entry.place, entryWords.otherIssuer(entry.place, issuer))
}

function guideOf(entry: Entry, name: ReadName): Guide | undefined {
  const guide: Guide = {}
  for (const field of GUIDE_FIELDS) {
    const column = printedText(entry, field)
    const text = field === 'basis' ? [column, name.basis].filter(Boolean).join('\n') : column
    if (text) guide[field] = text
  }
  return Object.keys(guide).length > 0 ? guide : undefined
}

function namesOf(entry: Entry, name: ReadName): Pick<Item, 'subNames' | 'subNamesOpen'> {
  const column = printedNames(printedText(entry, 'subNames') ?? '')
  const subNames = [...new Set([...name.subNames, ...column.names])]
  if (subNames.length === 0) return {}
  return { subNames, ...(name.open || column.open ? { subNamesOpen: true } : {}) }
}

/** Turns entries into items. `grade` is the one the list gets; words printed in the annex rest on the list's own source. */
export function buildItems(
  entries: readonly Entry[],
  list: Subject & Pick<ListFile, 'source'>,
  grade: Grade,
  context: Context,
  findings: Findings,
): PlacedItem[] {
  takeTypedNumbers(entries)
  fillDown(entries, findings)
  const numbers = itemNumbers(entries, findings)
  return entries.map((entry, at) => {
    inspect(entry, findings)
    const name = readEntryName(entry, list.kind, findings)
    // Signs alone name nothing: every other name of signs alone would be read as this one.
    if (key(name.name) === '')
      findings.doubts.push(rowWords.noName(entry.place, String(printedText(entry, 'name')), false))
    judgeEntry(entry, name.name, list, findings)
    const category = categoryOf(entry, context)
    const guide = guideOf(entry, name)
    const board = list.kind === 'signboard' ? boardOf(entry, findings) : undefined
    const exception = printedText(entry, 'exceptions')
    const instead = printedText(entry, 'instead')
    const remark = [printedText(entry, 'note'), name.remark].filter(Boolean).join('\n')
    if (/除外|例外|另有规定|不适用|仅限/.test(remark)) findings.warnings.push(looksLikeException(entry.place, remark))
    const item: Item = {
      no: numbers[at] as number,
      name: name.name,
      ...namesOf(entry, name),
      ...(category === undefined ? {} : { category }),
      ...(guide ? { guide } : {}),
      ...(board ? { board } : {}),
      ...(exception ? { exceptions: [printedException(exception, grade, list.source)] } : {}),
      ...(instead ? { instead: [printedInstead(instead, grade, list.source)] } : {}),
      ...(remark ? { note: printedNote(remark) } : {}),
    }
    return { item, place: entry.place }
  })
}
