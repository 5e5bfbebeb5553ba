const han = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const circled = [...'①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳']

/** What stands before a number inside a line: without one, 第1、2 and 近3.5 would be numbers of a list. */
const apart = '(?<=^|[\\s；;，,。、：:])'

/** Ways in which people number a list inside a cell: the mark of a number. A digit after the mark makes it a decimal (1.5寸照片). */
const styles: readonly ((no: number) => string | undefined)[] = [
  (no) => `(?<!\\d)${no}\\s*[.．、)）]\\s*(?!\\d(?!\\.\\d))`,
  (no) => `[（(]\\s*${no}\\s*[)）]\\s*`,
  (no) => circled[no - 1] && `${circled[no - 1]}\\s*`,
  (no) => han[no - 1] && `[（(]${han[no - 1]}[)）]\\s*`,
  // 二、三级医院 is no list.
  (no) => han[no - 1] && `(?<=^|\\s)${han[no - 1]}[、.．]\\s*(?![${han.join('')}])`,
]

/** A text without such signs at its end. A regular expression would look at every run of them in the text again and again. */
export function withoutEnd(text: string, signs: string): string {
  let end = text.length
  while (end > 0 && signs.includes(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

/** Where a list may begin: the cells of a long list go on with its later numbers. */
const mostFirst = 30

/** What leads to a list and names nothing: 需提供以下材料：1.身份证 2.户口簿. Who issues what follows is not passed over. */
const leadsIn = (text: string) => /[：:]$/u.test(text) && !/[出开]具/u.test(text)

interface Beginning {
  readonly no: number
  readonly before: string
  readonly rest: string
}

/** Where the list of a style begins: with any number at the beginning of the text, or further on with 1 or 2 where the next one follows. */
function beginning(text: string, mark: (typeof styles)[number]): Beginning | undefined {
  for (let no = 1; no <= mostFirst; no += 1) {
    const source = mark(no)
    if (source === undefined) return undefined
    const found = new RegExp(source, 'u').exec(text)
    if (!found) continue
    const before = text.slice(0, found.index).trim()
    const rest = text.slice(found.index + found[0].length)
    if (before === '' && rest !== '') return { no, before, rest }
    const inside = no <= 2 && new RegExp(`${apart}${source}`, 'u').exec(text)
    if (!inside) continue
    const next = no === 2 || new RegExp(mark(2) as string, 'u').test(text.slice(inside.index + inside[0].length))
    if (next)
      return { no, before: text.slice(0, inside.index).trim(), rest: text.slice(inside.index + inside[0].length) }
  }
  return undefined
}

/** The parts of a numbered list, or undefined where the text is none. What stands before its first number is a part too, unless it only leads in. */
export function sequences(text: string): string[] | undefined {
  for (const mark of styles) {
    const first = beginning(text, mark)
    if (!first) continue
    const parts = leadsIn(first.before) ? [] : [first.before]
    let { rest } = first
    for (let no = first.no + 1; ; no += 1) {
      const source = mark(no)
      const next = source === undefined ? null : new RegExp(source, 'u').exec(rest)
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
