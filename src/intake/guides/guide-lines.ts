import type { Kind } from '../../lists/terms.ts'
import type { Context } from '../context.ts'
import type { Entry, Value } from '../entry.ts'
import type { Findings } from '../findings.ts'
import { judgeRemark, type Subject } from '../judge/judge-lines.ts'
import * as doneWords from '../messages/done-messages.ts'
import { oddParagraph } from '../messages/entry-messages.ts'
import { numbered } from '../outline/levels.ts'
import type { OutlineLine } from '../outline/read-paragraphs.ts'
import { type Field, GUIDE_FIELDS } from '../table/field.ts'
import { termOf } from '../table/header-vocabulary.ts'
import { isNote } from '../table/heading.ts'
import { guideName, isForm } from './guide-title.ts'

/** A line that heads a part of a guide: （一）设定依据, 二、申请材料：身份证. */
interface Label {
  readonly field: Field
  readonly words: string
}

const FIELDS: ReadonlySet<Field> = new Set<Field>([...GUIDE_FIELDS, 'name'])

function labelIn(text: string, kind: Kind): Label | undefined {
  const [, label = '', words = ''] = /^([^：:]{2,14})(?:[：:]\s*(.*))?$/s.exec(numbered(text)?.words ?? text) ?? []
  const field = termOf(label, kind, [])?.field
  return field !== undefined && FIELDS.has(field) ? { field, words } : undefined
}

/** Guides written as sub-headings: three labels or more, one of them at least with its text on the lines below. */
export function isGuideOutline(lines: readonly OutlineLine[], kind: Kind): boolean {
  const labels = lines.flatMap(({ text }) => labelIn(text, kind) ?? [])
  return new Set(labels.map(({ field }) => field)).size > 2 && labels.some(({ words }) => words === '')
}

const value = (text: string, marks: Value['marks']): Value => ({ text, lines: [{ text }], marks })

/** Reads guides one below the other. Each begins with the same label, and the line above that label names it. */
export function readGuideLines(
  lines: readonly OutlineLine[],
  list: Subject,
  context: Context,
  findings: Findings,
): Entry[] {
  const labels = lines.map(({ text }) => labelIn(text, list.kind))
  const first = labels.find((label) => label !== undefined)?.field
  const isTitle = (at: number) => first !== 'name' && labels[at] === undefined && labels[at + 1]?.field === first
  const level = numbered(lines.find((_, at) => isTitle(at))?.text ?? '')?.level ?? 0
  const entries: Entry[] = []
  let open: { entry: Entry; field?: Field } | undefined
  let inForm = false

  const begin = (line: OutlineLine, name: string): void => {
    const entry = context.entry(line.place, new Map([['name', [value(name, line.marks)]]]))
    entries.push(entry)
    open = { entry }
    inForm = false
  }
  const add = (field: Field, line: OutlineLine, text: string): void => {
    if (!open) return
    open.field = field
    if (text !== '') open.entry.values.set(field, [...(open.entry.values.get(field) ?? []), value(text, line.marks)])
  }

  for (const [at, line] of lines.entries()) {
    const { place, text } = line
    const label = labels[at]
    const own = numbered(text)?.level
    if (findings.isSkipped(place)) findings.notices.push(doneWords.skippedRow(place, text))
    else if (isTitle(at)) begin(line, guideName(text) ?? text)
    else if (label?.field === 'name') begin(line, label.words)
    else if (label) add(label.field, line, label.words)
    else if (!open && own === undefined) context.opening.push(line)
    else if (own !== undefined && own < level && isTitle(at + 1)) context.enterGroup(place, text)
    else if (isNote(text)) {
      judgeRemark(place, text, list, findings)
      findings.notices.push(doneWords.noteText(place, text))
    } else if (inForm || isForm(text)) {
      inForm = true
      findings.notices.push(doneWords.notRead(place, text))
    } else if (!open?.field || (own !== undefined && own <= level)) findings.doubts.push(oddParagraph(place, text))
    else add(open.field, line, text)
  }
  return entries
}
