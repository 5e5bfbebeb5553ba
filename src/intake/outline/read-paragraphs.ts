import type { Context } from '../context.ts'
import type { Mark } from '../document.ts'
import type { Entry, Value } from '../entry.ts'
import type { Findings } from '../findings.ts'
import * as doneWords from '../messages/done.ts'
import * as entryWords from '../messages/entry.ts'
import type { Place } from '../place.ts'
import { heading, isNote } from '../table/heading.ts'
import { itemLevel, type Numbered, numbered } from './levels.ts'

/** One line of a list without a table. */
export interface OutlineLine {
  readonly place: Place
  readonly text: string
  readonly marks: ReadonlySet<Mark>
}

const SEVERAL = /[；;。]\s*[\d０-９]{1,3}[.．、]\s*\D/
/** 平凉市民政局, 2022年5月10日: a signature below the list. */
const SIGNATURE =
  /^(.{2,20}(局|厅|部|委|委员会|办公室|政府)|[\d〇一二三四五六七八九十]{2,4}年[\d一二三四五六七八九十]{1,3}月([\d一二三四五六七八九十]{1,3}日)?)$/
const BASIS_LINE = /^(?:[（(](《.+)[)）]|(?:设定|法律|政策)?依据[：:]\s*(.+))$/s

const value = (text: string, marks: ReadonlySet<Mark>): Value => ({ text, lines: [{ text }], marks })

/** Reads a list that has no table: headings, numbered paragraphs, the basis in brackets after the sentence or on a line of its own. */
export function readParagraphs(lines: readonly OutlineLine[], context: Context, findings: Findings): Entry[] {
  const taken = lines.map((line) => ({ line, parts: numbered(line.text) }))
  const level = itemLevel(taken.flatMap(({ parts }) => (parts ? [parts.level] : [])))
  if (level === undefined) return []
  const entries: Entry[] = []
  let open: { place: Place; text: string } | undefined
  let ended = false

  const closeHeading = () => {
    if (open) findings.doubtUnlessKept(open.place, entryWords.bareHeading(open.place, open.text))
    open = undefined
  }
  const addItem = ({ line, parts }: { line: OutlineLine; parts: Numbered }) => {
    if (SEVERAL.test(parts.words)) findings.doubtUnlessKept(line.place, entryWords.inlineItems(line.place, line.text))
    const values: Entry['values'] = new Map([
      ['no', [value(parts.number, new Set())]],
      ['name', [value(parts.words, line.marks)]],
    ])
    entries.push({
      place: line.place,
      values,
      ...(context.batch === undefined ? {} : { batch: context.batch }),
      group: context.group,
      run: context.run,
    })
    open = undefined
  }

  for (const { line, parts } of taken) {
    const { place, text } = line
    const last = entries.at(-1)
    if (findings.isSkipped(place)) findings.notices.push(doneWords.skippedRow(place, text))
    else if (isNote(text) || (ended && !parts)) {
      ended = true
      findings.notices.push(doneWords.noteText(place, text))
    } else if (context.enterBatch(text)) context.opening.push(...(last ? [] : [text]))
    else if (!parts && !last && !open) context.opening.push(text)
    else if (!parts) {
      const basis = BASIS_LINE.exec(text)
      if (basis && last)
        last.values.set('basis', [
          ...(last.values.get('basis') ?? []),
          value((basis[1] ?? basis[2]) as string, line.marks),
        ])
      else if (SIGNATURE.test(text)) findings.notices.push(doneWords.notRead(place, text))
      else findings.doubts.push(entryWords.oddParagraph(place, text))
    } else if (parts.level < level && heading(text)) {
      const deeper = numbered(open?.text ?? '')
      if (!deeper || deeper.level >= parts.level) closeHeading()
      context.enterGroup(text)
      open = { place, text }
    } else {
      if (parts.level !== level) findings.doubtUnlessKept(place, entryWords.deepParagraph(place, text))
      addItem({ line, parts })
    }
  }
  closeHeading()
  return entries
}
