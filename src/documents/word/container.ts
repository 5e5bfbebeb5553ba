import type { Block, Line, Table } from '../blocks.ts'
import { lineOf, textOf } from '../blocks.ts'
import { inTable } from '../messages/limit-messages.ts'
import type { Tally, Where } from '../package/held-limits.ts'
import type { OpenCell } from './grid.ts'
import type { Numbering } from './numbering.ts'
import { OpenParagraph } from './paragraph.ts'
import type { Styles } from './styles.ts'

/** A nested table as text of the cell around it: a line a row. Each table around it repeats its text, and so does each row that a cell covers. */
const asLines = (table: Table, tally: Tally): Line[] =>
  table.rows.map((row) => {
    const line = [...new Set(row.cells)].map(textOf).join(' ')
    tally.characters(line.length, () => inTable(table.id, row.no))
    return lineOf(line)
  })

/** What holds paragraphs and tables: the body, a text box, or a cell. */
export class Container {
  readonly cell: OpenCell | undefined
  readonly blocks: Block[]
  readonly #count: () => number
  readonly #tally: Tally
  #before: OpenParagraph | undefined

  constructor(blocks: Block[], count: () => number, tally: Tally, cell?: OpenCell) {
    this.blocks = blocks
    this.#count = count
    this.#tally = tally
    this.cell = cell
  }

  /** A new paragraph; takes over the text of one before it whose end is deleted or hidden. */
  paragraph(): OpenParagraph {
    const paragraph = new OpenParagraph(this.#before)
    paragraph.ground = this.cell?.ground
    this.#before = undefined
    return paragraph
  }

  close(paragraph: OpenParagraph, styles: Styles, numbering: Numbering, where: Where): void {
    if (paragraph.endGone) this.#before = paragraph
    else {
      const lines = paragraph.lines(styles, numbering)
      this.#tally.cells(lines.length, where)
      this.#tally.text(paragraph.text.length + (lines[0]?.label?.length ?? 0), where)
      this.#add(lines, paragraph)
    }
  }

  /** The last paragraph's text stays even where its end is gone: there is none after it to join. */
  end(): void {
    if (this.#before) this.#add(this.#before.text.split('\n').map(lineOf), this.#before)
    this.#before = undefined
  }

  #add(lines: Line[], { marks, comments }: OpenParagraph): void {
    const printed = lines.filter((line) => line.text !== '' || line.label !== undefined)
    if (this.cell) {
      this.cell.lines.push(...printed)
      for (const mark of marks) this.cell.marks.add(mark)
    }
    const isSeen = printed.length > 0 || marks.has('picture') || marks.has('embedded')
    if (!isSeen) return
    const no = this.cell ? 0 : this.#count()
    const said = comments.map((text) => ({ place: { paragraph: no }, text }))
    this.blocks.push({ kind: 'paragraph', no, lines: printed, marks, ...(said.length > 0 ? { comments: said } : {}) })
  }

  add(table: Table): void {
    this.cell?.lines.push(...asLines(table, this.#tally))
    this.blocks.push(table)
  }
}
