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

/** A text in lines of a width on screen, all but the first indented. */
export function wrap(text: string, width: number, indent: string): string[] {
  const lines: string[] = []
  let line = ''
  let taken = 0
  for (const { segment } of new Intl.Segmenter('zh').segment(text.replaceAll('\n', ' '))) {
    const wide = stringWidth(segment)
    if (taken + wide > width) {
      lines.push(line)
      line = indent
      taken = stringWidth(indent)
    }
    line += segment
    taken += wide
  }
  return [...lines, line]
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
