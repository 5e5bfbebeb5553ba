import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { stylesXml } from './cell-looks.ts'
import {
  contentTypesXml,
  packageRelationsXml,
  propertiesXml,
  workbookRelationsXml,
  workbookXml,
} from './package-xml.ts'
import { sheetXml } from './sheet-xml.ts'
import type { WrittenSheet } from './written-sheet.ts'
import { SharedStrings } from './written-strings.ts'

/** What stands in a workbook. */
export interface WrittenWorkbook {
  readonly title: string
  /** The day in the file's properties; a file made twice from the same is the same. */
  readonly day: string
  /** In the order of their tabs. */
  readonly sheets: readonly WrittenSheet[]
  /** The sheet that is written before the others, which may then tell what was found while writing it. */
  readonly writtenFirst?: WrittenSheet
}

/** Text repeats so much that the cheapest level already packs a report 15 to 1; the usual one takes twice as long. */
const compressionLevel = 2

/** Writes an .xlsx piece by piece: a hundred thousand rows never stand in memory. */
export async function writeWorkbook(workbook: WrittenWorkbook, out: Writable): Promise<void> {
  const { sheets, writtenFirst, day } = workbook
  const zip = new ZipFile()
  const strings = new SharedStrings()
  // yazl's other form of time, which it writes by default, cannot hold a day before 1970: it throws where nothing can catch it.
  const kept = { mtime: new Date(`${day}T00:00:00`), forceDosTimestamp: true, compressionLevel }
  const part = (path: string, text: string) => zip.addBuffer(Buffer.from(text), path, kept)
  const output = zip.outputStream as Readable
  const stream = (path: string, pieces: () => Iterable<string> | AsyncIterable<string>) =>
    zip.addReadStreamLazy(path, kept, (take) => {
      const source = Readable.from(bytes(pieces()))
      // yazl does not hear of a source that fails, nor does a source of an output that was given up.
      source.on('error', (error) => output.destroy(error))
      output.on('close', () => source.destroy())
      take(null, source)
    })

  const sending = pipeline(output, out)
  part('[Content_Types].xml', contentTypesXml(sheets.length))
  part('_rels/.rels', packageRelationsXml)
  part('docProps/core.xml', propertiesXml(workbook.title, day))
  part('xl/workbook.xml', workbookXml(sheets))
  part('xl/_rels/workbook.xml.rels', workbookRelationsXml(sheets.length))
  part('xl/styles.xml', stylesXml)
  const order = writtenFirst ? [writtenFirst, ...sheets.filter((sheet) => sheet !== writtenFirst)] : sheets
  for (const sheet of order) {
    const at = sheets.indexOf(sheet)
    stream(`xl/worksheets/sheet${at + 1}.xml`, () => sheetXml(sheet, strings, at === 0))
  }
  stream('xl/sharedStrings.xml', () => strings.xml())
  zip.end()
  await sending
}

async function* bytes(pieces: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) yield Buffer.from(piece)
}
