const han = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const circled = [...'①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳']

/** Ways in which people number a list inside a cell: the mark of a number. A digit after the mark makes it a decimal (1.5寸照片). */
const styles: readonly ((no: number) => RegExp | undefined)[] = [
  (no) => new RegExp(`(?<!\\d)${no}\\s*[.．、)）]\\s*(?!\\d(?!\\.\\d))`, 'u'),
  (no) => new RegExp(`[（(]\\s*${no}\\s*[)）]\\s*`, 'u'),
  (no) => (circled[no - 1] ? new RegExp(`${circled[no - 1]}\\s*`, 'u') : undefined),
  (no) => (han[no - 1] ? new RegExp(`[（(]${han[no - 1]}[)）]\\s*`, 'u') : undefined),
  (no) => (han[no - 1] ? new RegExp(`(?<=^|\\s)${han[no - 1]}[、.．]\\s*`, 'u') : undefined),
]

/** A text without such signs at its end. A regular expression would look at every run of them in the text again and again. */
export function withoutEnd(text: string, signs: string): string {
  let end = text.length
  while (end > 0 && signs.includes(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

/** The parts of a numbered list, or undefined where the text is none: it must begin with 1 and go on with 2. */
export function sequences(text: string): string[] | undefined {
  for (const mark of styles) {
    const first = mark(1)?.exec(text)
    if (!first || text.slice(0, first.index).trim() !== '') continue
    const parts: string[] = []
    let rest = text.slice(first.index + first[0].length)
    for (let no = 2; ; no += 1) {
      const next = mark(no)?.exec(rest)
      if (!next) break
      parts.push(rest.slice(0, next.index))
      rest = rest.slice(next.index + next[0].length)
    }
    return [...parts, rest]
      .map((part) => withoutEnd(part, ' \n\r\t\u3000;；、，。').trim())
      .filter((part) => part !== '')
  }
  return undefined
}
