import type { Context } from '../context.ts'
import type { Entry, Value } from '../entry.ts'
import type { Findings } from '../findings.ts'
import { noCategory } from '../messages/entry-messages.ts'
import { headingWords } from '../table/heading.ts'
import { printedText } from './values.ts'

const words = (entry: Entry) => {
  const lines = (printedText(entry, 'category') ?? '').split('\n').map(headingWords).filter(Boolean)
  // 民↵政↵局: a narrow column prints a letter a line.
  return lines.length > 1 && lines.every((line) => line.length === 1) ? [lines.join('')] : lines
}

/** What an item stands under, outermost first: batch (where there are several), headings, category columns. */
export function categoryOf(entry: Entry, context: Context): string | undefined {
  const batch = context.batches.size > 1 && entry.batch !== undefined ? [entry.batch] : []
  const all = [...new Set([...batch, ...entry.group, ...words(entry)])]
  return all.length === 0 ? undefined : all.join(' / ')
}

const sameTable = (a: Entry | undefined, b: Entry) => a?.place.table === b.place.table && a?.batch === b.batch

/**
 * A category or side (外部/内部) that is printed once and left empty below it, as in a spreadsheet that lost its merged cells.
 * It is carried down where a person says so, else doubted: an empty cell may also mean none.
 */
export function fillDown(entries: readonly Entry[], findings: Findings): void {
  const above = new Map<string, Value[]>()
  let last: Entry | undefined
  for (const entry of entries) {
    if (!sameTable(last, entry)) above.clear()
    last = entry
    for (const field of ['category', 'place'] as const) {
      const values = entry.values.get(field)
      const carried = above.get(field)
      if (values) above.set(field, values)
      else if (carried && findings.options.fillDown) entry.values.set(field, carried)
      else if (carried && field === 'category') findings.doubtUnlessKept(entry.place, noCategory(entry.place))
    }
  }
}

/** A place inside an entry's row. */
export const columnPlace = (entry: Entry, column: number | undefined) => ({
  ...entry.place,
  ...(column === undefined ? {} : { column }),
})
