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
const AROUND = /^(?:"([^"]*)")?(0+|#|General)(?:"([^"]*)")?$/

/** What a number cell shows, or the mark that says a person must look. */
type Shown = { text: string; mark?: Mark }

/** Number formats of a workbook: a cell's style leads to what the cell shows, which is not always what it stores. */
export interface NumberFormats {
  show(value: string, style: number): Shown
}

/** Reads xl/styles.xml. */
export async function readNumberFormats(pieces: AsyncIterable<string>): Promise<NumberFormats> {
  const codes = new Map<number, string>()
  const styles: number[] = []
  let inCells = false
  await readXml(pieces, {
    open({ name, attributes: { numFmtId, formatCode = '' } }: Element) {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode)
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) styles.push(Number(numFmtId ?? 0))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return {
    show(value, style) {
      const text = String(Number(value))
      const id = styles[style] ?? 0
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
