import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

export const ns = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

export interface Parts {
  sheet?: string
  /** A second sheet, r2. */
  second?: string
  sheets?: string
  strings?: string
  styles?: string
  relations?: string
}

/** A workbook as other programs write it. */
export async function workbook({ sheet, second, sheets, strings, styles, relations }: Parts): Promise<Buffer> {
  const zip = new ZipFile()
  const part = (path: string, text: string | undefined) => text !== undefined && zip.addBuffer(Buffer.from(text), path)
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  part(
    'xl/workbook.xml',
    `<workbook ${ns} xmlns:r="${office}"><sheets>${sheets ?? '<sheet name="一" sheetId="1" r:id="r1"/>'}</sheets></workbook>`,
  )
  part(
    'xl/_rels/workbook.xml.rels',
    relations ??
      `<Relationships>${['1', '2'].map((no) => `<Relationship Id="r${no}" Type="${office}/worksheet" Target="worksheets/sheet${no}.xml"/>`).join('')}</Relationships>`,
  )
  part('xl/worksheets/sheet1.xml', sheet)
  part('xl/worksheets/sheet2.xml', second)
  part('xl/sharedStrings.xml', strings)
  part('xl/styles.xml', styles)
  zip.end()
  return buffer(zip.outputStream.pipe(new PassThrough()))
}

export const sheet = (rows: string, before = '') =>
  `<worksheet ${ns}>${before}<sheetData>${rows}</sheetData></worksheet>`

/** A workbook of rows of texts, with merged cells. */
export function mergedBook(rows: readonly (readonly string[])[], ...areas: string[]): Promise<Buffer> {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
  const merged = areas.map((area) => `<mergeCell ref="${area}"/>`).join('')
  const xml = sheet(rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join(''))
  return workbook({ sheet: xml.replace('</worksheet>', `<mergeCells>${merged}</mergeCells></worksheet>`) })
}
