import type { Reading } from '../names/index/reading.ts'
import { type NamedIssuer, readIssuer } from '../names/issuers/read-issuer.ts'

/** The issuer that the caller names, as it is read. */
export const issuerGiven = (written: string | undefined): NamedIssuer | undefined =>
  written === undefined ? undefined : { written, reading: readIssuer(written) }

/**
 * Who is to issue what is asked about: as the caller says, or else as the name itself does. Undefined where neither names anybody in
 * words; a caller's cell that names nobody (/, 原件, 申请人自备) leaves it to the name.
 */
export function issuerOf(given: NamedIssuer | undefined, reading: Reading): NamedIssuer | undefined {
  if (given === undefined || given.reading === 'none') return reading.issuer ?? given
  // The column says a village and the name says somebody else: which of them holds is not known.
  const contradicted = given.reading !== 'other' && reading.issuer?.reading === 'other'
  return contradicted ? { ...given, reading: 'unclear' } : given
}
