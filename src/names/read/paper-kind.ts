import type { Sentence } from '../../lists/terms.ts'
import type { RecordedNames } from '../index/index-records.ts'
import { segment } from '../index/segment.ts'

/** What is said of names that are understood and say too little. */
export const sentences = {
  generic: {
    zh: '材料没有说明要证明什么。',
    en: 'The material does not say what is certified.',
  },
  notDemanded: {
    zh: '名称写明不需要或可以承诺代替，是否仍要求提供须由人核实。',
    en: 'The name says that the paper is not demanded, or that a promise stands in for it; a person has to see whether it still is.',
  },
} satisfies Record<string, Sentence>

/** Whether a name says no more than that it is a paper, or whose: 证明, 村委会证明, 介绍信. */
export function isGeneric(text: string, { language }: RecordedNames): boolean {
  return language.wording.generic !== undefined && language.saysNothing(text)
}

/** Whether a name is that of a paper of another kind, by the word that it ends in: 合同, 公证书, 申请表. */
export function isOtherPaper(text: string, { language }: RecordedNames): boolean {
  return language.otherPaper.test(text)
}

/**
 * Whether a name was understood as the name of something of its kind that is none of those listed. One with an unknown word that has
 * a character of a listed thing's words (没房子, 瘸了腿) may be another word for it.
 */
export function isName(text: string, { language, vocabulary, telling }: RecordedNames): boolean {
  const { ends } = language.wording
  if (!/\p{L}.*\p{L}/u.test(text) || !(ends === undefined || ends.some((word) => text.endsWith(word)))) return false
  return segment(text, vocabulary).every(({ word, text: part }) => word || ![...part].some((sign) => telling.has(sign)))
}
