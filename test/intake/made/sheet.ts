import { zip } from './zip.ts'

const inXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A cell with inline text at a reference. */
export const text = (reference: string, words: string) =>
  `<c r="${reference}" t="inlineStr"><is><t>${inXml(words)}</t></is></c>`
/** A sheet of texts, row by row from A1. */
export const grid = (rows: readonly (readonly string[])[]) =>
  rows
    .map(
      (row, y) =>
        `<row r="${y + 1}">${row.map((words, x) => (words === '' ? '' : text(`${String.fromCharCode(65 + x)}${y + 1}`, words))).join('')}</row>`,
    )
    .join('')

export interface Sheet {
  readonly name: string
  readonly rows: string
  readonly after?: string
  readonly before?: string
  readonly state?: string
}

/** A workbook of these sheets; `more` are further parts such as styles.xml. */
export function xlsx(sheets: readonly Sheet[], more: Readonly<Record<string, string>> = {}): Buffer {
  const list = sheets.map(
    (sheet, at) =>
      `<sheet name="${sheet.name}" sheetId="${at + 1}" r:id="rId${at + 1}" ${sheet.state ? `state="${sheet.state}"` : ''}/>`,
  )
  const relations = sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="http://x/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  return zip([
    [
      '_rels/.rels',
      '<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="/xl/workbook.xml"/></Relationships>',
    ],
    ['xl/workbook.xml', `<workbook xmlns:r="http://r"><sheets>${list.join('')}</sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels', `<Relationships>${relations.join('')}</Relationships>`],
    ...sheets.map((sheet, at): [string, string] => [
      `xl/worksheets/sheet${at + 1}.xml`,
      `<worksheet>${sheet.before ?? ''}<sheetData>${sheet.rows}</sheetData>${sheet.after ?? ''}</worksheet>`,
    ]),
    ...Object.entries(more).map(([name, xml]): [string, string] => [`xl/${name}`, xml]),
  ])
}
