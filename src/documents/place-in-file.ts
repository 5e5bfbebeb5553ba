import type { Sentence } from '../lists/terms.ts'

/** Where something stands in a document: in a table (row, column) or in a paragraph, all counted from 1. */
export interface Place {
  readonly table?: string
  readonly sheet?: string
  readonly row?: number
  readonly lastRow?: number
  readonly column?: number
  readonly paragraph?: number
}

/** The name under which the command line refers to a row or paragraph: T1R5, P7. */
export const keyOf = (place: Place): string =>
  place.paragraph === undefined
    ? `T${place.table}${place.row === undefined ? '' : `R${place.row}`}`
    : `P${place.paragraph}`

/** A place in words: 表1 第3行 第2列. */
export function placeWords(place: Place): Sentence {
  if (place.paragraph !== undefined) return { zh: `第${place.paragraph}段`, en: `paragraph ${place.paragraph}` }
  const sheet = { zh: place.sheet ? `（${place.sheet}）` : '', en: place.sheet ? ` (${place.sheet})` : '' }
  const zh = [`表${place.table}${sheet.zh}`]
  const en = [`table ${place.table}${sheet.en}`]
  if (place.row !== undefined) {
    const many = place.lastRow !== undefined && place.lastRow !== place.row
    zh.push(many ? `第${place.row}–${place.lastRow}行` : `第${place.row}行`)
    en.push(many ? `rows ${place.row}–${place.lastRow}` : `row ${place.row}`)
  }
  if (place.column !== undefined) {
    zh.push(`第${place.column}列`)
    en.push(`column ${place.column}`)
  }
  return { zh: zh.join(' '), en: en.join(', ') }
}
