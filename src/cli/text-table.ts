import stringWidth from 'string-width'

/** Cuts a text to a width on screen, where a Chinese character takes two places. */
export function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text
  let short = ''
  for (const { segment } of new Intl.Segmenter('zh').segment(text)) {
    if (stringWidth(short + segment) > width - 1) break
    short += segment
  }
  return `${short}…`
}

/** Rows in columns that line up on screen. Columns are no wider than `most`. */
export function textTable(rows: readonly (readonly string[])[], most: number): string {
  const short = rows.map((row) => row.map((text) => cut(text, most)))
  const widths: number[] = []
  for (const row of short)
    for (const [at, text] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, stringWidth(text))
  const pad = (text: string, at: number) => text + ' '.repeat((widths[at] as number) - stringWidth(text))
  return short.map((row) => row.map(pad).join('  ').trimEnd()).join('\n')
}
