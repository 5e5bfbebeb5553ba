/** Symbol-font characters that turn up in official tables. What is not here stays a replacement mark, which stops the import. */
const KNOWN: Readonly<Record<string, string>> = {
  'Wingdings 2/52': '☑',
  'Wingdings 2/a3': '□',
  'Wingdings/fe': '☑',
  'Wingdings/a8': '□',
  'Wingdings/6f': '□',
  'Wingdings/fc': '✓',
  'Wingdings/6c': '●',
  'Wingdings/6e': '■',
  'Wingdings/d8': '➢',
  'Symbol/b7': '·',
  'Symbol/b4': '×',
  'Symbol/2d': '-',
}

/** The character of a w:sym: symbol fonts live in U+F000–F0FF, other fonts hold ordinary characters. U+FFFD where not known. */
export function symbol(font: string, code: string): string {
  const point = Number.parseInt(code, 16)
  if (point >= 0xf000 && point <= 0xf0ff) return KNOWN[`${font}/${(point - 0xf000).toString(16)}`] ?? '\ufffd'
  return point > 0 && point < 0xe000 ? String.fromCharCode(point) : '\ufffd'
}
