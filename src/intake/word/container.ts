import type { Block, Line, Mark, Table } from '../document.ts'
import { lineOf, textOf } from '../document.ts'
import type { OpenCell } from './grid.ts'
import type { Numbering } from './numbering.ts'
import { OpenParagraph } from './paragraph.ts'
import type { Styles } from './styles.ts'

/** A nested table as text of the cell around it: a line a row. */
const asLines = (table: Table): Line[] => table.rows.map((row) => lineOf([...new Set(row.cells)].map(textOf).join(' ')))

/** What holds paragraphs and tables: the body, a text box, or a cell. */
export class Container {
  readonly cell: OpenCell | undefined
  readonly blocks: Block[]
  readonly #count: () => number
  #before: OpenParagraph | undefined

  constructor(blocks: Block[], count: () => number, cell?: OpenCell) {
    this.blocks = blocks
    this.#count = count
    this.cell = cell
  }

  /** A new paragraph; takes over the text of one before it whose end is deleted or hidden. */
  paragraph(): OpenParagraph {
    const paragraph = new OpenParagraph(this.#before)
    this.#before = undefined
    return paragraph
  }

  close(paragraph: OpenParagraph, styles: Styles, numbering: Numbering): void {
    if (paragraph.endGone) this.#before = paragraph
    else this.#add(paragraph.lines(styles, numbering), paragraph.marks)
  }

  /** The last paragraph's text stays even where its end is gone: there is none after it to join. */
  end(): void {
    if (this.#before) this.#add(this.#before.text.split('\n').map(lineOf), this.#before.marks)
    this.#before = undefined
  }

  #add(lines: Line[], marks: ReadonlySet<Mark>): void {
    const printed = lines.filter((line) => line.text !== '' || line.label !== undefined)
    if (this.cell) {
      this.cell.lines.push(...printed)
      for (const mark of marks) this.cell.marks.add(mark)
    }
    if (printed.length > 0)
      this.blocks.push({ kind: 'paragraph', no: this.cell ? 0 : this.#count(), lines: printed, marks })
  }

  add(table: Table): void {
    this.cell?.lines.push(...asLines(table))
    this.blocks.push(table)
  }
}
