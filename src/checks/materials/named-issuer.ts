import { readIssuer } from '../../names/issuers/read-issuer.ts'

/** Who issues a material, as far as the row says: the issuer column, else the channel; undefined where neither names anybody. */
export function namedIssuer(...cells: readonly string[]): string | undefined {
  return cells
    .map((cell) =>
      cell
        .toWellFormed()
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .trim()
        .slice(0, 200),
    )
    .find((text) => text !== '' && readIssuer(text) !== 'none')
}
