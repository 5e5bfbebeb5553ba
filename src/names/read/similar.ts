import { gramsOf } from '../index/grams.ts'
import type { Entry } from '../index/index-list.ts'
import { type Candidate, itemId } from '../index/reading.ts'
import { content, segment } from '../index/segment.ts'
import { THRESHOLDS } from '../normalise/thresholds.ts'
import { askedBy } from './record-candidates.ts'
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

/**
 * Items whose printed names look like this one, or that a word of it stands for, best first. They are offered to a person and never
 * decide. A list is scored by itself: its candidates are the same whatever other lists apply.
 */
export function similarItems(text: string, question: Question): Candidate[] {
  const { lists, records, inForce } = question
  const rest = content(text, records.vocabulary)
  const best = new Map<string, Candidate>()
  const offer = (candidate: Candidate) => {
    if (candidate.score > (best.get(itemId(candidate))?.score ?? 0)) best.set(itemId(candidate), candidate)
  }
  for (const wording of rest === '' ? [] : wordings(rest, records.language.wording.alike ?? [])) {
    const wanted = gramsOf(wording)
    for (const list of lists) {
      for (const { at, score } of list.similar.search(wanted)) {
        const { item, matched }: Entry = list.entry(at)
        if (inForce(item)) offer({ ...item, score: Math.round(score * 1000) / 1000, matched })
      }
    }
  }
  for (const { word } of segment(text, records.vocabulary)) {
    if (word?.slot === undefined || word.weak) continue
    for (const recorded of records.bySlot.get(word.slot) ?? []) {
      for (const candidate of askedBy(recorded, question)) {
        offer({ ...candidate, score: Math.round((candidate.score - THRESHOLDS.byWord) * 1000) / 1000 })
      }
    }
  }
  return [...best.values()]
    .sort((a, b) => b.score - a.score || (a.list < b.list ? -1 : a.list > b.list ? 1 : a.no - b.no))
    .slice(0, THRESHOLDS.candidates)
}
