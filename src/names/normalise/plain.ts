const INVISIBLE = /[\p{C}\p{Z}\p{M}\s]+/gu
const OPENING = /[[{〔【〖⦅〘〚]/gu
const CLOSING = /[\]}〕】〗⦆〙〛]/gu
const QUOTES = /[《》〈〉「」『』“”‘’„‟‹›«»"'`´<>]/gu
const AT_THE_ENDS = /^[^\p{L}\p{N}(×○]+|[^\p{L}\p{N})×○]+$/gu
// What most names consist of, on which none of the rules below has anything to do.
const PLAIN_ALREADY = /^[a-z0-9\u4e00-\u9fff]*$/u
const NOT_A_WORD = /[^\p{L}\p{N}×○]+/gu

/**
 * The name as it is taken apart: full-width characters made plain (NFKC), white space, control and zero-width characters
 * and quotes gone, all brackets round (official texts mix 〔〕, ﹝﹞, 【】 and （）), nothing but words at either end.
 */
export function plain(name: string): string {
  if (PLAIN_ALREADY.test(name)) return name
  return name
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(OPENING, '(')
    .replace(CLOSING, ')')
    .replace(QUOTES, '')
    .replace(AT_THE_ENDS, '')
    .toLowerCase()
}

/** A plain name without what is left of punctuation. × and ○ stay, they stand for a place on printed boards. */
export function bare(text: string): string {
  return PLAIN_ALREADY.test(text) ? text : text.replace(NOT_A_WORD, '')
}

/** The form in which names are compared: letters and digits only. */
export function key(name: string): string {
  return bare(plain(name))
}

/** What of punctuation, spacing and width had to be overlooked to get from one spelling to the other. */
export function surfaceRules(name: string): ('width' | 'spacing' | 'punctuation')[] {
  const rules: ('width' | 'spacing' | 'punctuation')[] = []
  const wide = name.normalize('NFKC')
  if (wide !== name) rules.push('width')
  const tight = wide.replace(INVISIBLE, '')
  if (tight !== wide) rules.push('spacing')
  if (bare(tight) !== tight) rules.push('punctuation')
  return rules
}
