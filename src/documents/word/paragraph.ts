import { type Line, lineOf, type Mark } from '../blocks.ts'
import type { Numbering } from './numbering.ts'
import type { Styles } from './styles.ts'

/** A number and its stop: what stands alone is the cell of a column. */
const TYPED = /^[（(]?[\d０-９一二三四五六七八九十]{1,3}[.．、)）]+$/

/** A w:p while its elements are being read. */
export class OpenParagraph {
  style: string | undefined
  numId: string | undefined
  level: string | undefined
  /** The end of the paragraph is deleted or hidden: what follows joins it. */
  endGone = false
  readonly marks: Set<Mark>
  /** Comments that hang on it. */
  readonly comments: string[]
  /** The colour behind its text, where it has one of its own. */
  ground: string | undefined
  text: string
  /** Fields (page numbers, cross-references) hold code before their result; only the result is printed. */
  fields: ('code' | 'result')[] = []

  /** `before` is a paragraph whose end is gone: its text belongs to this one. */
  constructor(before?: OpenParagraph) {
    this.text = before?.text ?? ''
    this.marks = before?.marks ?? new Set()
    this.comments = before?.comments ?? []
  }

  get inFieldCode(): boolean {
    return this.fields.includes('code')
  }

  /** The lines printed for the paragraph, with the number Word draws before the first. */
  lines(styles: Styles, numbering: Numbering): Line[] {
    const label = this.#label(styles, numbering)
    const lines = this.text.split('\n').map((text): Line => {
      const pieces = text
        .split('\t')
        .map((piece) => lineOf(piece).text)
        .filter(Boolean)
      // 1.⇥居住证明: the tab behind a number that was typed.
      const columns = TYPED.test(pieces[0] ?? '') ? [pieces.slice(0, 2).join(' '), ...pieces.slice(2)] : pieces
      return { ...lineOf(text), ...(columns.length > 1 ? { columns } : {}) }
    })
    const [first] = lines
    return label && first ? [{ ...first, label }, ...lines.slice(1)] : lines
  }

  #label(styles: Styles, numbering: Numbering): string | undefined {
    const styled = styles.numbering(this.style)
    const numId = this.numId ?? styled.numId
    if (numId === undefined || numId === '0') return undefined
    const ofStyle =
      this.numId === undefined && this.style !== undefined ? numbering.levelOfStyle(numId, this.style) : undefined
    return numbering.next(numId, ofStyle ?? Number(this.level ?? styled.level ?? 0))
  }
}
