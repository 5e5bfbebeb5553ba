import type { Sentence } from './terms.ts'

/** Languages in which sentences for people are given. Names, titles and quotations stay as printed. */
export type Language = keyof Sentence
