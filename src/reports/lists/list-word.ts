import {
  AlignmentType,
  BorderStyle,
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { ListTable } from './list-table.ts'

const font = { ascii: 'Times New Roman', eastAsia: '仿宋', hAnsi: 'Times New Roman' }
/** Half-points: 小二 for the title, 五号 for the table, as official tables are set (GB/T 9704). */
const size = { title: 36, cell: 21 }
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const borders = { top: line, bottom: line, left: line, right: line }

const cell = (text: string, bold: boolean) =>
  new TableCell({
    borders,
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    children: text
      .split('\n')
      .map((part) => new Paragraph({ children: [new TextRun({ text: part, bold, size: size.cell, font })] })),
  })

/** A list as a Word table on A4: the title, a header row that repeats on each page, a row per item. */
export function listWord({ title, header, rows }: ListTable): Promise<Buffer> {
  const wide = header.length > 5
  const table = new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: header.map((text) => cell(text, true)) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text) => cell(text, false)) })),
    ],
  })
  const heading = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 200 },
    children: [new TextRun({ text: title, bold: true, size: size.title, font: { ...font, eastAsia: '黑体' } })],
  })
  const orientation = wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
  const page = { size: { width: 11906, height: 16838, orientation } }
  return Packer.toBuffer(new Document({ title, sections: [{ properties: { page }, children: [heading, table] }] }))
}
