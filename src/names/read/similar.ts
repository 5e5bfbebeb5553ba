import { gramsOf } from '../index/grams.ts'
import type { Recorded } from '../index/index-records.ts'
import { type Candidate, type ItemRef, itemId } from '../index/reading.ts'
import { core } from '../index/segment.ts'
import { THRESHOLDS } from '../normalise/thresholds.ts'
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
 * Items whose printed or recorded names look like this one, best first. They are offered to a person and never decide.
 * A list is scored by itself: its candidates are the same whatever other lists apply.
 */
export function similarItems(text: string, { lists, records, inForce }: Question): Candidate[] {
  const rest = core(text, records.vocabulary)
  if (rest === '') return []
  const best = new Map<string, Candidate>()
  const offer = (item: ItemRef, score: number) => {
    const id = itemId(item)
    const rounded = Math.round(score * 1000) / 1000
    if (rounded > (best.get(id)?.score ?? 0) && inForce(item)) best.set(id, { ...item, score: rounded })
  }
  for (const wording of wordings(rest, records.language.wording.alike ?? [])) {
    const wanted = gramsOf(wording)
    for (const list of lists) {
      for (const { at, score } of list.similar.search(wanted)) offer(list.entry(at).item, score)
    }
    for (const { at, score } of records.hints.search(wanted)) {
      // A record's further items are less likely than its first.
      for (const [place, name] of (records.hinted[at] as Recorded).items.entries()) {
        for (const list of lists) {
          for (const { method, item } of list.spelled(name)) {
            if (method === 'exact') offer(item, score - place * THRESHOLDS.recordedStep)
          }
        }
      }
    }
  }
  return [...best.values()]
    .sort((a, b) => b.score - a.score || (a.list < b.list ? -1 : a.list > b.list ? 1 : a.no - b.no))
    .slice(0, THRESHOLDS.candidates)
}
