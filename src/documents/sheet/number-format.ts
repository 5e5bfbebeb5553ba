import type { Mark } from '../blocks.ts'
import { type Element, readXml } from '../package/xml.ts'

const dayInMilliseconds = 86_400_000

/** The first serial number whose day is not touched by Excel's belief that 1900 was a leap year. */
const firstSound = 61
const lastKnown = 2_958_465

/** Excel's serial number of a day as YYYY-MM-DD; undefined where it is none. Workbooks that count from 1904 are not met in practice. */
export function dayOf(serial: number): string | undefined {
  if (!(serial >= firstSound && serial <= lastKnown)) return undefined
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * dayInMilliseconds).toISOString().slice(0, 10)
}

/** Built-in formats that show a number as a date or a time, the Chinese ones included (ECMA-376 part 1, 18.8.30). */
const isDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
const PLAIN = new Set([0, 1, 49])
/** 0"个工作日": the words a format prints around a whole number. */
/** Excel takes no longer code of a format (ECMA-376 leaves it open). In characters. */
const longestCode = 255

const AROUND = /^(?:"([^"]*)")?(0+|#|General)(?:"([^"]*)")?$/

/** What a number cell shows, or the mark that says a person must look. */
type Shown = { text: string; mark?: Mark }

/** Number formats of a workbook: a cell's style leads to what the cell shows, which is not always what it stores. */
export interface NumberFormats {
  show(value: string, style: number): Shown
  /** What is wrong with the look of a cell: struck through, or of the colour of its ground. */
  look(style: number): readonly Mark[]
}

const white = 'FFFFFF'

/** A colour as RGB; the first of a theme is white. Other colours of themes are not looked up: they do not hide what they print. */
const colourOf = ({ rgb, theme, tint }: Element['attributes']): string | undefined =>
  rgb === undefined ? (theme === '0' && tint === undefined ? white : undefined) : rgb.slice(-6).toUpperCase()

/** Reads xl/styles.xml. */
export async function readNumberFormats(pieces: AsyncIterable<string>): Promise<NumberFormats> {
  const codes = new Map<number, string>()
  const styles: { format: number; font: number; fill: number }[] = []
  const fonts: { struck: boolean; colour?: string | undefined }[] = []
  const fills: (string | undefined)[] = []
  let inCells = false
  let inFonts = false
  await readXml(pieces, {
    open({ name, attributes }: Element) {
      const { numFmtId, formatCode = '', fontId, fillId, val } = attributes
      if (name === 'fonts') inFonts = true
      if (name === 'font' && inFonts) fonts.push({ struck: false })
      const font = inFonts ? fonts.at(-1) : undefined
      if (name === 'strike' && font) font.struck = val !== '0' && val !== 'false'
      if (name === 'color' && font) font.colour = colourOf(attributes)
      if (name === 'fill') fills.push(undefined)
      if (name === 'fgColor') fills[fills.length - 1] = colourOf(attributes)

      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode.slice(0, longestCode))
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells)
        styles.push({ format: Number(numFmtId ?? 0), font: Number(fontId ?? 0), fill: Number(fillId ?? 0) })
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
      if (name === 'fonts') inFonts = false
    },
  })
  return {
    look(style) {
      const font = fonts[styles[style]?.font ?? 0]
      const ground = fills[styles[style]?.fill ?? 0] ?? white
      return [...(font?.struck ? (['struck'] as const) : []), ...(font?.colour === ground ? (['unseen'] as const) : [])]
    },
    show(value, style) {
      const text = String(Number(value))
      const id = styles[style]?.format ?? 0
      const code = codes.get(id)
      if (code === undefined) return PLAIN.has(id) ? { text } : { text, mark: isDate(id) ? 'date' : 'format' }
      const around = AROUND.exec(code)
      if (around && /^\d+$/.test(text)) {
        const [, before = '', digits = '', after = ''] = around
        return { text: `${before}${text.padStart(digits.startsWith('0') ? digits.length : 0, '0')}${after}` }
      }
      return { text, mark: /[ymdhs]/i.test(code.replace(/"[^"]*"/g, '')) ? 'date' : 'format' }
    },
  }
}
