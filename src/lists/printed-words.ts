import type { Alternative, Exception } from './list.ts'
import type { Grade, Sentence, Source } from './terms.ts'

/**
 * Words that the annex prints in Chinese only, where the list file wants both languages: the English sentence says what they are
 * and gives them as printed, rather than pretend a translation. The lead also tells our sourced additions from printed words.
 */
const LEADS = {
  note: { zh: '清单备注：', en: 'Remark printed in the list (in Chinese): ' },
  exception: { zh: '清单例外：', en: 'Exception printed in the list (in Chinese): ' },
  instead: { zh: '清单写明：', en: 'Printed in the list as the way instead (in Chinese): ' },
} as const

const sentence = (lead: Sentence, text: string): Sentence => ({ zh: `${lead.zh}${text}`, en: `${lead.en}${text}` })

export const printedNote = (text: string): Sentence => sentence(LEADS.note, text)
export const printedException = (text: string, grade: Grade, source: Source): Exception => ({
  text: sentence(LEADS.exception, text),
  grade,
  source,
})
export const printedInstead = (text: string, grade: Grade, source: Source): Alternative => ({
  text: sentence(LEADS.instead, text),
  grade,
  source,
})

/** What stands between a remark that an import wrote and our own note after it. */
export const FURTHER = { zh: '\n另：', en: '\nFurther: ' } as const

/** The words that the annex itself prints, where a sentence was written by an import. */
export const wordsInAnnex = (text: Sentence): string | undefined => {
  const lead = Object.values(LEADS).find((one) => text.en.startsWith(one.en))
  return lead && (text.zh.slice(lead.zh.length).split(FURTHER.zh)[0] as string)
}

/** Whether a sentence was written by an import, so that the next import writes it anew. */
export const isPrinted = (text: Sentence): boolean => wordsInAnnex(text) !== undefined
