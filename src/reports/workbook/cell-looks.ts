/** How a cell looks. The order is that of cellXfs below. */
const looks = ['plain', 'title', 'note', 'head', 'cell', 'number', 'bad', 'good', 'ask', 'muted', 'strong'] as const
export type Look = (typeof looks)[number]

/** Number of a look in the workbook. */
export const styleOf: Readonly<Record<Look, number>> = Object.fromEntries(
  looks.map((look, at) => [look, at]),
) as Record<Look, number>

const font = (size: number, more = '') =>
  `<font>${more}<sz val="${size}"/><name val="宋体"/><charset val="134"/></font>`
const colour = (rgb: string) => `<color rgb="FF${rgb}"/>`
const fill = (rgb: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/><bgColor indexed="64"/></patternFill></fill>`
const side = (name: string) => `<${name} style="thin">${colour('BFBFBF')}</${name}>`

const fonts = [
  font(11),
  font(18, '<b/>'),
  font(10, colour('595959')),
  font(11, '<b/>'),
  font(11, `<b/>${colour('9C0006')}`),
  font(11, colour('006100')),
  font(11, colour('7F4F00')),
  font(11, colour('808080')),
]
const fills = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  fill('E7ECF4'),
  fill('FFE5E5'),
  fill('E6F4E6'),
  fill('FFF4DB'),
]
const borders = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`,
]

/** Cells are of number format 49 (text): typing over one keeps a leading zero, and a formula typed by nobody never runs. */
const xf = (fontId: number, fillId: number, borderId: number, alignment: string, format = 49) =>
  `<xf numFmtId="${format}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment ${alignment}/></xf>`

const wrapped = 'vertical="center" wrapText="1"'
const cellXfs = [
  xf(0, 0, 0, 'vertical="center"'),
  xf(1, 0, 0, 'horizontal="center" vertical="center"'),
  xf(2, 0, 0, wrapped),
  xf(3, 2, 1, `horizontal="center" ${wrapped}`),
  xf(0, 0, 1, wrapped),
  xf(0, 0, 1, `horizontal="right" indent="1" ${wrapped}`, 1),
  xf(4, 3, 1, wrapped),
  xf(5, 4, 1, wrapped),
  xf(6, 5, 1, wrapped),
  xf(7, 0, 1, wrapped),
  xf(3, 0, 0, 'vertical="center"'),
]

const counted = (name: string, parts: readonly string[]) =>
  `<${name} count="${parts.length}">${parts.join('')}</${name}>`

/** xl/styles.xml */
export const stylesXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${[
  counted('fonts', fonts),
  counted('fills', fills),
  counted('borders', borders),
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  counted('cellXfs', cellXfs),
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
].join('')}</styleSheet>`
