import { gramsOf } from '../index/grams.ts'
import type { Entry } from '../index/index-list.ts'
import type { Candidate } from '../index/reading.ts'
import { content, segment } from '../index/segment.ts'
import { THRESHOLDS } from '../normalise/thresholds.ts'
import { askedBy, best } from './record-candidates.ts'
import type { Question } from './scope.ts'

/** The wordings to search for: the name, and the name with a word of the same sense put in its place (低保 → 最低生活保障). */
function wordings(text: string, alike: readonly (readonly string[])[]): string[] {
  const all = new Set([text])
  for (const group of alike) {
    const held = group.find((word) => text.includes(word))
    if (held) for (const word of group) all.add(text.replace(held, word))
  }
  return [...all].slice(0, THRESHOLDS.candidates)
}

/** Items whose printed names look like this one. A list is scored by itself: its candidates are the same whatever other lists apply. */
export function likePrinted(text: string, { lists, records, inForce }: Question): Candidate[] {
  const found: Candidate[] = []
  for (const wording of wordings(text, records.language.wording.alike ?? [])) {
    const wanted = gramsOf(content(wording, records.vocabulary))
    for (const list of lists) {
      for (const { at, score } of list.similar.search(wanted)) {
        const { item, matched }: Entry = list.entry(at)
        if (inForce(item)) found.push({ ...item, score: rounded(score), matched })
      }
    }
  }
  return best(found)
}

const rounded = (score: number) => Math.round(score * 1000) / 1000

/** Items whose printed names look like this one, or that a word of it stands for, best first: offered to a person, never decided on. */
export function similarItems(text: string, question: Question): Candidate[] {
  const { vocabulary, bySlot } = question.records
  const heard = segment(text, vocabulary).flatMap(({ word }) =>
    word?.slot === undefined || word.weak ? [] : (bySlot.get(word.slot) ?? []),
  )
  const byWord = heard.flatMap((recorded) =>
    askedBy(recorded, question).map((one) => ({ ...one, score: rounded(one.score - THRESHOLDS.byWord) })),
  )
  return best([...likePrinted(text, question), ...byWord])
}
