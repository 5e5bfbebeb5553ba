import { type Faults, zip } from './zip.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const SPACES = `${W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"`
const inXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A run. `format` is what stands in w:rPr. */
export const r = (text: string, format = '') =>
  `<w:r>${format ? `<w:rPr>${format}</w:rPr>` : ''}<w:t xml:space="preserve">${inXml(text).replaceAll('\n', '</w:t><w:br/><w:t>')}</w:t></w:r>`
/** A paragraph of plain text. `properties` is what stands in w:pPr. */
export const p = (text: string, properties = '') => raw(text === '' ? '' : r(text), properties)
/** A paragraph of ready-made content. */
export const raw = (content: string, properties = '') =>
  `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${content}</w:p>`
/** A cell; its text may be ready-made paragraphs. */
const c = (text: string, properties = '') =>
  `<w:tc>${properties ? `<w:tcPr>${properties}</w:tcPr>` : ''}${text.startsWith('<w:') ? text : p(text)}</w:tc>`
export const wide = (text: string, span: number) => c(text, `<w:gridSpan w:val="${span}"/>`)
export const top = (text: string) => c(text, '<w:vMerge w:val="restart"/>')
export const under = () => c('', '<w:vMerge/>')
/** A row of cells or of texts. */
export const tr = (cells: readonly string[], properties = '') =>
  `<w:tr>${properties ? `<w:trPr>${properties}</w:trPr>` : ''}${cells.map((cell) => (cell.startsWith('<w:tc>') ? cell : c(cell))).join('')}</w:tr>`
export const tbl = (rows: readonly (string | readonly string[])[], grid: readonly number[] = []) =>
  `<w:tbl><w:tblGrid>${grid.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.map((row) => (typeof row === 'string' ? row : tr(row))).join('')}</w:tbl>`
export const numbered = (numId: number, level = 0) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`

/** The parts of a Word file with this body. */
export const wordParts = (body: string, more: Readonly<Record<string, string>> = {}): [string, string][] => [
  ['[Content_Types].xml', '<Types/>'],
  [
    '_rels/.rels',
    '<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>',
  ],
  [
    'word/document.xml',
    `<?xml version="1.0" encoding="UTF-8"?><w:document ${SPACES}><w:body>${body}<w:sectPr/></w:body></w:document>`,
  ],
  ...Object.entries(more).map(([name, xml]): [string, string] => [`word/${name}`, xml.replace('>', ` ${W}>`)]),
]

/** A Word file with this body; `more` are further parts such as styles.xml. */
export const docx = (body: string, more: Readonly<Record<string, string>> = {}, faults: Faults = {}): Buffer =>
  zip(wordParts(body, more), faults)

/** A table with the usual headers, and rows of number and name. */
export const simple = (rows: readonly (readonly string[])[], headers: readonly string[] = ['序号', '证明事项名称']) =>
  docx(tbl([headers, ...rows]))
