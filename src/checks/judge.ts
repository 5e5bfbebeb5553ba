import type { Snapshot } from '../catalogue/snapshot.ts'
import type { Body, Kind, Language } from '../lists/terms.ts'
import type { Answer } from '../rulings/answer.ts'
import { answerQuestion } from '../rulings/answer-question.ts'
import type { Place } from '../rulings/place.ts'

/** Where, when, from what and in which language a whole table is judged. */
export interface Setting extends Place {
  readonly snapshot: Snapshot
  readonly on: string
  /** Which kind of committee it is about; absent is both. */
  readonly body?: Body
  readonly language: Language
}

/** Answers a question within a setting. */
export type Judge = (kind: Kind, name: string, issuer?: string) => Answer

/** A catalogue of a hundred thousand rows names a few thousand papers. The bound keeps one that names a million from filling the memory. */
const mostKept = 20_000

/** The same answers as answerQuestion gives one by one; a question met before is not worked out again. */
export function judgeIn({ snapshot, region, replaced, on, body, language }: Setting): Judge {
  const common = { region, on, ...(replaced ? { replaced } : {}), ...(body ? { body } : {}) }
  const kept = new Map<string, Answer>()
  return (kind, name, issuer) => {
    const key = `${kind}\n${name}\n${issuer ?? ''}`
    let answer = kept.get(key)
    if (!answer) {
      if (kept.size >= mostKept) kept.clear()
      answer = answerQuestion(snapshot, { kind, name, ...common, ...(issuer ? { issuer } : {}) }, language)
      kept.set(key, answer)
    }
    return answer
  }
}
