import type { Block } from '../blocks.ts'
import { Refusal } from '../message.ts'
import { inParagraph, inTable, tooDeep } from '../messages/limit-messages.ts'
import { annexLimits, longestChain } from '../package/file-limits.ts'
import { inCell, Tally } from '../package/held-limits.ts'
import type { Element, Listener } from '../package/xml.ts'
import { Container } from './container.ts'
import { GridBuilder, type OpenCell, type OpenRow } from './grid.ts'
import type { Numbering } from './numbering.ts'
import type { OpenParagraph } from './paragraph.ts'
import { OpenRun } from './run-text.ts'
import type { Styles } from './styles.ts'
import { isOn } from './styles.ts'

/** Subtrees that print nothing: what was deleted or moved away, former formats, the second copy of a drawing, phonetic hints. */
const SILENT = /^(del|moveFrom|Fallback|rt|sectPr|instrText|delText)$/
/** Word's own words and its wrappers'. Drawings have elements of the same names (a:p, a:t) that are no text of the document. */
const WORD = /wordprocessingml|markup-compatibility|\/math$/

interface OpenTable {
  readonly grid: GridBuilder
  row?: OpenRow
}

/** What other namespaces draw and this reader has to know of. */
const BESIDE: ReadonlySet<string> = new Set(['blip', 'imagedata', 'OLEObject', 'textpath'])

/** Reads the body of a Word document: what its reader sees once all tracked changes are accepted. */
export class BodyReader implements Listener {
  readonly blocks: Block[] = []
  readonly counts = { deleted: 0, inserted: 0, hidden: 0, embedded: 0 }
  readonly left: GridBuilder['left'] = []
  readonly #styles: Styles
  readonly #numbering: Numbering
  readonly #path: string[] = []
  readonly #tally = new Tally(annexLimits)
  #silentFrom = 0
  #tables = 0
  #paragraphs = 0
  readonly #containers: Container[]
  readonly #open: { paragraphs: OpenParagraph[]; runs: OpenRun[]; tables: OpenTable[]; placeholders: boolean[] } = {
    paragraphs: [],
    runs: [],
    tables: [],
    placeholders: [],
  }

  /** Words drawn as a picture, as watermarks are. */
  readonly drawn: string[] = []
  readonly #comments: ReadonlyMap<string, string>

  constructor(styles: Styles, numbering: Numbering, comments: ReadonlyMap<string, string>) {
    this.#styles = styles
    this.#comments = comments
    this.#numbering = numbering
    this.#containers = [new Container(this.blocks, this.#count, this.#tally)]
  }

  readonly #count = () => {
    this.#paragraphs += 1
    return this.#paragraphs
  }

  /** Where the reading is: in which row of a table, or behind which paragraph. */
  readonly #where = () => {
    const grid = this.#open.tables.at(-1)?.grid
    return grid ? inTable(grid.id, grid.rowCount + 1) : inParagraph(this.#paragraphs + 1)
  }

  open(element: Element): void {
    const parent = this.#path.at(-1) ?? ''
    const ours = WORD.test(element.space) || BESIDE.has(element.name)
    this.#path.push(ours ? element.name : '')
    if (this.#silentFrom > 0 || !ours) return
    if (element.name.endsWith('Change')) this.#silence()
    else if (parent === 'rPr' || parent === 'pPr' || parent === 'numPr') this.#paragraphProperty(element, parent)
    else if (parent === 'tcPr' || parent === 'trPr') this.#tableProperty(element)
    else this.#content(element, parent)
  }

  text(text: string): void {
    const row = this.#open.tables.at(-1)?.row
    if (row?.skipped && /^(t|delText)$/.test(this.#path.at(-1) as string)) {
      row.gone += text
      this.#tally.characters(text.length, this.#where)
    }
    if (this.#silentFrom > 0 || this.#path.at(-1) !== 't') return
    this.#open.runs.at(-1)?.print(text)
    this.#checkParagraph()
  }

  #silence(): void {
    this.#silentFrom = this.#path.length
  }

  #paragraphProperty(element: Element, parent: string): void {
    const { name, attributes } = element
    const paragraph = this.#open.paragraphs.at(-1)
    if (parent === 'rPr' && this.#path.at(-3) === 'r') this.#open.runs.at(-1)?.property(element)
    else if (!paragraph) return
    else if (parent === 'rPr' && this.#path.at(-3) === 'pPr') {
      if (name === 'del' || name === 'moveFrom' || (name === 'vanish' && isOn(attributes.val))) paragraph.endGone = true
    } else if (name === 'pStyle') paragraph.style = attributes.val
    else if (name === 'numId') paragraph.numId = attributes.val
    else if (name === 'ilvl') paragraph.level = attributes.val
    else if (name === 'shd') paragraph.ground = attributes.fill
  }

  #tableProperty({ name, attributes: { val, fill } }: Element): void {
    const row = this.#open.tables.at(-1)?.row
    const cell = row?.cells.at(-1)
    if (!row) return
    if (name === 'gridBefore') row.before = Number(val)
    else if (name === 'del' || (name === 'hidden' && isOn(val))) {
      row.skipped = name === 'del' ? 'deleted' : 'hidden'
      this.counts[name === 'del' ? 'deleted' : 'hidden'] += 1
    } else if (!cell) return
    else if (name === 'shd') cell.ground = fill
    else if (name === 'gridSpan') cell.span = Math.max(1, Number(val) || 1)
    else if (name === 'vMerge') cell.vertical = val === 'restart' ? 'begins' : 'continues'
    else if (name === 'hMerge') cell.joinsLeft = val !== 'restart'
  }

  #content(element: Element, parent: string): void {
    const { name, attributes } = element
    const { paragraphs, runs, tables, placeholders } = this.#open
    const container = this.#containers.at(-1) as Container
    if (SILENT.test(name)) {
      if (name === 'del' || name === 'moveFrom') this.counts.deleted += 1
      this.#silence()
    } else if (name === 'ins' || name === 'moveTo') this.counts.inserted += 1
    else if (name === 'p') {
      this.#tally.cells(1, this.#where)
      paragraphs.push(container.paragraph())
    } else if (name === 'r' && paragraphs.length > 0)
      runs.push(new OpenRun(paragraphs.at(-1) as OpenParagraph, this.#styles))
    else if (name === 'tbl') tables.push({ grid: new GridBuilder(this.#tableId(), this.#tally) })
    else if (name === 'gridCol') tables.at(-1)?.grid.width(Number(attributes.w) || 1)
    else if (name === 'tr' && tables.length > 0) (tables.at(-1) as OpenTable).row = { gone: '', before: 0, cells: [] }
    else if (name === 'tc') this.#openCell()
    else if (name === 'txbxContent')
      this.#containers.push(new Container(container.blocks, this.#count, this.#tally, container.cell))
    else if (name === 'sdt') placeholders.push(false)
    // "Click here to enter text" is the form's, not the list's.
    else if (name === 'showingPlcHdr' && parent === 'sdtPr')
      placeholders[placeholders.length - 1] = isOn(attributes.val)
    else if (name === 'sdtContent' && placeholders.at(-1)) this.#silence()
    else if (name === 'altChunk') this.counts.embedded += 1
    else if (name === 'fldChar') this.#field(attributes.fldCharType)
    else if (name === 'textpath') this.drawn.push(attributes.string ?? '')
    else if (name === 'commentReference') this.#comment(attributes.id ?? '')
    else if (parent === 'r' || BESIDE.has(name)) {
      runs.at(-1)?.piece(element)
      this.#checkParagraph()
    }
  }

  #comment(id: string): void {
    const text = this.#comments.get(id)
    if (text === undefined) return
    const table = this.#open.tables.at(-1)
    if (table) table.grid.comment(text)
    else this.#open.paragraphs.at(-1)?.comments.push(text)
  }

  /** A paragraph may take over the text of those before it whose ends are gone. */
  #checkParagraph(): void {
    inCell(this.#open.paragraphs.at(-1)?.text.length ?? 0, this.#where)
  }

  /** 1, 2, … for tables of the body, 1.1 for the first table inside table 1. */
  #tableId(): string {
    const outer = this.#open.tables.at(-1)?.grid
    if (outer) {
      outer.nested += 1
      return `${outer.id}.${outer.nested}`
    }
    this.#tables += 1
    return String(this.#tables)
  }

  #openCell(): void {
    const cell: OpenCell = { span: 1, lines: [], marks: new Set(), inside: [] }
    this.#open.tables.at(-1)?.row?.cells.push(cell)
    this.#containers.push(new Container(cell.inside, this.#count, this.#tally, cell))
  }

  #field(type: string | undefined): void {
    const fields = this.#open.paragraphs.at(-1)?.fields
    if (type === 'begin') fields?.push('code')
    if (fields && fields.length > longestChain) throw new Refusal(tooDeep(this.#where(), longestChain))
    if (type === 'separate' && fields?.length) fields[fields.length - 1] = 'result'
    if (type === 'end') fields?.pop()
  }

  close(): void {
    const name = this.#path.pop()
    if (this.#silentFrom > 0) {
      if (this.#path.length < this.#silentFrom) this.#silentFrom = 0
      return
    }
    const { paragraphs, runs, tables, placeholders } = this.#open
    const container = this.#containers.at(-1) as Container
    if (name === 'p') {
      const paragraph = paragraphs.pop()
      if (paragraph) container.close(paragraph, this.#styles, this.#numbering, this.#where)
    } else if (name === 'r') this.counts.hidden += runs.pop()?.hidText ? 1 : 0
    else if (name === 'tr') {
      const table = tables.at(-1)
      if (table?.row) table.grid.add(table.row)
    } else if (name === 'tbl') {
      const table = tables.pop()
      if (table) {
        container.add(table.grid.table())
        this.left.push(...table.grid.left)
      }
    } else if (name === 'tc' || name === 'txbxContent') {
      container.end()
      this.#containers.pop()
    } else if (name === 'body') container.end()
    else if (name === 'sdt') placeholders.pop()
  }
}
