import { plainHeader } from '../../checks/columns-by-role.ts'
import { words } from '../ledger-words.ts'

/** Whether a text is a word of the ledger, in either language and however it is spaced. */
export const isWord = (text: string, word: keyof typeof words): boolean =>
  [words[word].zh, words[word].en].some((known) => plainHeader(known) === plainHeader(text))
