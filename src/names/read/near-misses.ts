import { type Candidate, type ItemRef, itemId, type ReadAs } from '../index/reading.ts'
import { THRESHOLDS } from '../normalise/thresholds.ts'
import { corrections, onlyDifference } from './misspellings.ts'
import type { Question } from './scope.ts'

/** Listed names that differ from a long name in one character. In a short one another character is another word: 健康, 健在. */
function oneCharacterOff(text: string, { lists, inForce }: Question): ItemRef[] {
  if (text.length < THRESHOLDS.slipLength) return []
  return lists.flatMap((list) =>
    list.keys
      .ofLength(text.length)
      .filter((at) => onlyDifference(list.keys.at(at), text) !== undefined)
      .map((at) => list.entry(at).item)
      .filter(inForce),
  )
}

/**
 * What to offer for a name that looks like nothing at all and yet may be a slip: one that sounds like a listed name but holds
 * a real word (出声证明), or a long one with one odd character (婚烟状况证明). Never decides.
 */
export function nearMisses(text: string, question: Question, read: (text: string) => ReadAs | undefined): Candidate[] {
  const heard = corrections(text, question.records.vocabulary, true).flatMap((other) => {
    const reading = read(other)
    return reading?.verdict === 'decided' ? reading.items : []
  })
  const found = new Map<string, ItemRef>()
  for (const item of [...heard, ...oneCharacterOff(text, question)]) found.set(itemId(item), item)
  return [...found.values()]
    .slice(0, THRESHOLDS.candidates)
    .map((item) => ({ ...item, score: THRESHOLDS.slip, matched: item.name }))
}
