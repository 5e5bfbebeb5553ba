import type { Reading } from '../names/index/reading.ts'
import { type NamedIssuer, readIssuer } from '../names/issuers/read-issuer.ts'
import type { Question } from './question.ts'

/**
 * Who is to issue what is asked about: as the caller says, or else as the name itself does. Undefined where neither names anybody in
 * words; a caller's cell that names nobody (/, 原件, 申请人自备) leaves it to the name.
 */
export function issuerOf({ issuer }: Pick<Question, 'issuer'>, reading: Reading): NamedIssuer | undefined {
  if (issuer === undefined) return reading.issuer
  const read = readIssuer(issuer)
  if (read === 'none') return reading.issuer ?? { written: issuer, reading: read }
  // The column says a village and the name says somebody else: which of them holds is not known.
  const contradicted = read !== 'other' && reading.issuer?.reading === 'other'
  return { written: issuer, reading: contradicted ? 'unclear' : read }
}
