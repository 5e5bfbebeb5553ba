import type { Mark } from '../../documents/blocks.ts'
import type { Place } from '../../documents/place-in-file.ts'
import type { Kind } from '../../lists/terms.ts'
import type { Context } from '../context.ts'
import type { Entry, Value } from '../entry.ts'
import type { Findings } from '../findings.ts'
import { judgeRemark, judgeTitle, type Subject } from '../judge/judge-lines.ts'
import * as doneWords from '../messages/done-messages.ts'
import * as entryWords from '../messages/entry-messages.ts'
import { tabbed } from '../messages/table-messages.ts'
import { BOARD_FIELDS, type Field, GUIDE_FIELDS } from '../table/field.ts'
import { termOf } from '../table/header-vocabulary.ts'
import { heading, isNote } from '../table/heading.ts'
import { itemLevel, type Level, type Numbered, numbered } from './levels.ts'

/** One line of a list without a table. */
export interface OutlineLine {
  readonly place: Place
  readonly text: string
  readonly marks: ReadonlySet<Mark>
  /** What tabs cut it into. */
  readonly columns?: readonly string[]
}

/** 平凉市民政局, 2022年5月10日: a signature below the list. */
const SIGNATURE =
  /^(.{2,20}(局|厅|部|委|委员会|办公室|政府)|[\d〇一二三四五六七八九十]{2,4}年[\d一二三四五六七八九十]{1,3}月([\d一二三四五六七八九十]{1,3}日)?)$/
const BASIS_LINE = /^[（(](《.+)[)）]$/s
const FIELD_LINE = /^([^：:]{2,12})[：:]\s*(.+)$/s
const BELOW: ReadonlySet<Field> = new Set([...GUIDE_FIELDS, ...BOARD_FIELDS, 'exceptions', 'instead', 'subNames'])

/** A sentence that is cut in two: it ends with a comma or an open bracket, or the next begins with a stop. */
const UNFINISHED = /[，、：:（(《“]$|（[^）]*$|《[^》]*$/
const RESUMES = /^[，、。；）》”]/

const value = (text: string, marks: ReadonlySet<Mark>): Value => ({ text, lines: [{ text }], marks })

/** What a line below an item says of it: 设定依据：…, or the basis alone in brackets. */
function fieldLine(text: string, kind: Kind): { field: Field; words: string } | undefined {
  const basis = BASIS_LINE.exec(text)?.[1]
  if (basis) return { field: 'basis', words: basis }
  const [, label, words] = FIELD_LINE.exec(text) ?? []
  const field = label && termOf(label, kind, [])?.field
  return field && words && BELOW.has(field) ? { field, words } : undefined
}

/** The level of the items under each heading 一、, line by line: 1. under one, （一） under the next. */
function itemLevels(parts: readonly (Numbered | undefined)[]): (Level | undefined)[] {
  const all = parts.flatMap((one) => (one ? [one.level] : []))
  const usual = itemLevel(all)
  let section = 0
  const sections = parts.map((one) => {
    if (one?.level === 1) section += 1
    return section
  })
  const own = new Map(
    [...new Set(sections)].map((no) => [
      no,
      itemLevel(parts.flatMap((one, at) => (one && one.level > 1 && sections[at] === no ? [one.level] : []))),
    ]),
  )
  return sections.map((no) => (usual === 1 ? usual : (own.get(no) ?? usual)))
}

/** Reads a list that has no table: headings, numbered paragraphs, the basis in brackets after the sentence or on a line of its own. */
export function readParagraphs(
  lines: readonly OutlineLine[],
  list: Subject,
  context: Context,
  findings: Findings,
): Entry[] {
  const parted = lines.map((line) => numbered(line.text))
  const levels = itemLevels(parted)
  if (!parted.some(Boolean)) return []
  if (new Set(levels).size > 1) findings.warnings.push(entryWords.mixedLevels())
  const taken = lines.map((line, at) => ({ line, parts: parted[at], level: levels[at] as Level }))
  const entries: Entry[] = []
  let open: { line: OutlineLine; parts: Numbered; group: readonly string[] } | undefined
  let ended = false

  /** The item whose sentence the line before was. */
  let spoken: Entry | undefined
  const goesOn = (entry: Entry, line: OutlineLine): boolean => {
    const [name] = entry.values.get('name') as [Value]
    if (!UNFINISHED.test(name.text) && !RESUMES.test(line.text)) return false
    entry.values.set('name', [value(`${name.text}${line.text}`, new Set([...name.marks, ...line.marks]))])
    return true
  }
  const closeHeading = () => {
    if (open && findings.isKept(open.line.place)) addItem(open)
    else if (open) findings.doubts.push(entryWords.lonelyParagraph(open.line.place, open.line.text))
    open = undefined
  }
  const addItem = ({ line, parts, group }: NonNullable<typeof open>) => {
    const values: Entry['values'] = new Map([
      ['no', [value(parts.number, new Set())]],
      ['name', [value(parts.words, line.marks)]],
    ])
    entries.push({ ...context.entry(line.place, values), group })
    spoken = entries.at(-1)
    if (line.columns) findings.doubts.push(tabbed(line.place, line.columns.join(' | ')))
    open = undefined
  }

  for (const { line, parts, level } of taken) {
    const { place, text } = line
    const last = entries.at(-1)
    const below = !parts || parts.level > level ? fieldLine(parts?.words ?? text, list.kind) : undefined
    if (findings.isSkipped(place)) {
      // The heading of what is left out is no item.
      open = undefined
      findings.notices.push(doneWords.skippedRow(place, text))
    } else if (isNote(text) || (ended && !parts)) {
      ended = true
      judgeRemark(place, text, list, findings)
      findings.notices.push(doneWords.noteText(place, text))
    } else if (context.enterBatch(place, text)) {
      if (last) judgeTitle(place, text, list, findings)
      else context.opening.push(line)
    } else if (!parts && !last && !open) context.opening.push(line)
    else if (below && last && !open) {
      spoken = undefined
      last.values.set(below.field, [...(last.values.get(below.field) ?? []), value(below.words, line.marks)])
    } else if (!parts) {
      if (last && !open && spoken === last && goesOn(last, line)) continue
      if (SIGNATURE.test(text)) findings.notices.push(doneWords.notRead(place, text))
      else findings.doubts.push(entryWords.oddParagraph(place, text))
    } else if (parts.level < level && heading(text)) {
      if (!open || open.parts.level >= parts.level) closeHeading()
      const group = parts.level === 2 ? context.group.slice(0, 1) : []
      context.enterGroup(place, text)
      open = { line, parts, group }
    } else {
      if (parts.level !== level) findings.doubtUnlessKept(place, entryWords.deepParagraph(place, text))
      addItem({ line, parts, group: context.group })
    }
  }
  closeHeading()
  return entries
}
