import type { Item } from '../../lists/list.ts'
import { FURTHER, isPrinted, wordsInAnnex } from '../../lists/printed-words.ts'
import type { Grade, Sentence } from '../../lists/terms.ts'
import { differing } from './compare-items.ts'

const PRINTED: ReadonlySet<string> = new Set(['no', 'name', 'subNames', 'subNamesOpen', 'category', 'guide', 'board'])
const RANK: Readonly<Record<Grade, number>> = { official: 0, reference: 1, editorial: 2 }

/** Whether an item says more than its name: what we recorded with a source of its own, which no annex prints. */
export const hasAdditions = (item: Item): boolean =>
  [...(item.exceptions ?? []), ...(item.instead ?? [])].some((one) => !isPrinted(one.text)) ||
  ours(item.note) !== undefined

/** Our own part of a note: all of it, or what follows the remark that an earlier import put first. */
function ours(note: Item['note']): Item['note'] {
  if (!note || !isPrinted(note)) return note
  const [zh, en] = [note.zh.split(FURTHER.zh)[1], note.en.split(FURTHER.en)[1]]
  return zh && en ? { zh, en } : undefined
}

/** Whether the annex prints only what we had recorded ourselves: a list that was exported, and came back. */
const isEcho = (printed: Sentence, own: readonly Sentence[]): boolean => {
  const known = new Set(own.flatMap(({ zh }) => [zh, ...zh.split('\n')].map((line) => line.trim())))
  const words = wordsInAnnex(printed) as string
  return known.has(words) || words.split('\n').every((line) => known.has(line.trim()))
}

/** Ours beside those that the annex prints, each once. */
function beside<T extends { readonly text: Sentence }>(printed: readonly T[] = [], before: readonly T[] = []): T[] {
  const own = before.filter((one) => !isPrinted(one.text))
  return [
    ...printed.filter(
      (one) =>
        !isEcho(
          one.text,
          own.map(({ text }) => text),
        ),
    ),
    ...own,
  ]
}

/** The remark printed in the annex first, then a note of ours: neither pushes the other out. */
function joined(printed: Item['note'], before: Item['note']): Item['note'] {
  const own = ours(before)
  if (!printed || !own) return printed ?? own
  if (isEcho(printed, [own])) return own
  return { zh: `${printed.zh}${FURTHER.zh}${own.zh}`, en: `${printed.en}${FURTHER.en}${own.en}` }
}

/**
 * The item as it will stand: the words of the annex, and what was recorded beside them under the same name: exceptions,
 * alternatives and notes with sources of their own, and the days from and to which it holds.
 * Its own source and grade stay only where the printed words are the same and the grade is no lower than the list's:
 * what the official annex prints rests on the annex.
 */
export function carryOver(printed: Item, before: Item | undefined, grade: Grade): Item {
  if (!before) return printed
  const exceptions = beside(printed.exceptions, before.exceptions)
  const instead = beside(printed.instead, before.instead)
  const kept = joined(printed.note, before.note)
  const reworded = differing(before, printed).some((field) => PRINTED.has(field))
  const keepsSource = !reworded && RANK[before.grade ?? grade] <= RANK[grade]
  const { exceptions: _, instead: __, note: ___, ...rest } = printed
  return {
    ...rest,
    ...(exceptions.length > 0 ? { exceptions } : {}),
    ...(instead.length > 0 ? { instead } : {}),
    ...(kept ? { note: kept } : {}),
    ...(keepsSource && before.grade ? { grade: before.grade } : {}),
    ...(keepsSource && before.source ? { source: before.source } : {}),
    ...(before.from ? { from: before.from } : {}),
    ...(before.to ? { to: before.to } : {}),
  }
}
