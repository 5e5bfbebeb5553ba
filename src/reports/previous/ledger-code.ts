import { createHash } from 'node:crypto'
import type { LedgerKey } from '../ledger-words.ts'
import { isWord } from './is-word.ts'

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')
const hints = ['missing', 'repeated', 'merge'] as const

/** Whether a finding is a hint about the whole place, not about a row of the village's table. */
export const hintOf = (finding: string) => hints.find((word) => isWord(finding, word))

/** What a row of a ledger is about, told from its cells: whoever sorts the table or paints it changes none of it. */
export const identityOf = (part: LedgerKey, cells: readonly string[], finding: string): string =>
  [part, ...cells.map(plain), hintOf(finding) ?? ''].join('\n')

/** Whether two names are one but for how they are typed. */
export const sameName = (one: string, other: string): boolean => plain(one) === plain(other)

/** Codes for rows of one village; a row that says the same as an earlier one gets a code of its own. */
export function codes(village: string): (identity: string) => string {
  const times = new Map<string, number>()
  return (identity) => {
    const time = (times.get(identity) ?? 0) + 1
    times.set(identity, time)
    const hash = createHash('sha256')
      .update([plain(village), identity, time].join('\n'))
      .digest('hex')
    return `${identity.slice(0, 1).toUpperCase()}-${hash.slice(0, 10)}`
  }
}
