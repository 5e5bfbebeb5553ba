const OUTER = /^[《〈「『“‘"'([{【〔<]+|[》〉」』”’"')\]}】〕>]+$/gu

/**
 * The form in which names are compared: NFKC (full-width brackets, digits and letters become plain), no white space,
 * no quotes or brackets around the whole.
 */
export function plain(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, '').replace(OUTER, '')
}
