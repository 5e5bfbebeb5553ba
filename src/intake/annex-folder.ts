import { basename, join } from 'node:path'
import { Refusal, type Said } from '../documents/message.ts'
import { unknownList } from '../documents/messages/store-messages.ts'
import { mostMegabytes } from '../documents/package/file-limits.ts'
import { readRegularFile } from '../files/read-regular-file.ts'
import type { Document } from '../lists/document.ts'
import type { ListFile } from '../lists/list.ts'
import type { Sentence } from '../lists/terms.ts'
import { readerOfLists, type readersOf } from '../names/read/items-read.ts'
import { AnnexError } from './annex-error.ts'
import { annexFiles, type PlaceAnnexFile } from './annex-files.ts'
import { byImport } from './messages/list-messages.ts'
import { byImportAt, sameListTwice } from './messages/place-messages.ts'
import { type Divisions, placeWithAbove } from './place/place-asked.ts'
import { type PlaceReading, readPlaceAnnex } from './place/read-place-annex.ts'
import { type AnnexReading, readAnnex } from './read-annex.ts'

type Readers = ReturnType<typeof readersOf>

/** Notices of what stands in the file and was not read, or not as it stands. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'not-read',
  'note-text',
  'total-row',
  'hidden-text',
  'hidden-row-left-out',
  'deleted-row-left-out',
  'source-column',
  'hidden-sheet',
  'hidden-column',
  'tracked-changes',
])

const ofFile = (file: string, { zh, en }: Sentence): Sentence => ({ zh: `${file}：${zh}`, en: `${file}: ${en}` })

export interface AnnexesRead {
  readonly lists: ListFile[]
  /** The documents of lists that places got. */
  readonly documents: Document[]
  /** What a person should look at, though nothing was in doubt. */
  readonly remarks: Sentence[]
}

/** What a folder of annexes is read on top of. */
export interface Beneath {
  readonly lists: readonly ListFile[]
  readonly documents: readonly Document[]
  readonly divisions: Divisions
}

/**
 * The lists with the annexes of a folder read on top of them. What is written there is taken as complete and official, as
 * `qingdan import` takes it. It has no day of import: that of the file differs from machine to machine, and what is served depends
 * on the bytes alone.
 * @throws AnnexError with every doubt; none is settled silently. An annex that needs options goes through `qingdan import`.
 */
export async function readAnnexFolder(
  folder: string,
  { lists, documents, divisions }: Beneath,
  readers: Readers = () => undefined,
  bytesOf = (file: string): Buffer => readRegularFile(join(folder, file), mostMegabytes.annex),
): Promise<AnnexesRead> {
  const problems: Sentence[] = []
  const remarks: Sentence[] = []
  const read = new Map<string, ListFile>()
  const cited = new Map<string, Document>()
  const madeBy = new Map<string, string>()
  const take = (file: string, { report }: AnnexReading, advice: Said) => {
    const doubts = report.doubts.some(({ en }) => en.includes('--')) ? [...report.doubts, advice] : report.doubts
    problems.push(...doubts.map((doubt) => ofFile(file, doubt)))
    const said = [...report.warnings, ...report.notices.filter(({ code }) => LEFT_OUT.has(code))]
    remarks.push(...said.map((one) => ofFile(file, one)))
  }
  for (const annex of annexFiles(folder)) {
    const { file } = annex
    if ('region' in annex) {
      const reading = await ofPlace(annex)
      if (!reading) continue
      take(file, reading, byImportAt(file, annex.region))
      const { list, document } = reading
      const other = list && madeBy.get(list.id)
      if (list && other !== undefined) problems.push(ofFile(file, sameListTwice(other, list.id)))
      else if (list && document) {
        madeBy.set(list.id, file)
        read.set(list.id, list)
        cited.set(document.id, document)
      }
      continue
    }
    const target = lists.find((list) => list.id === annex.list)
    if (!target) {
      const ids = lists.map((list) => list.id)
      problems.push(ofFile(file, unknownList(annex.list, ids)))
      continue
    }
    const reading = await readAnnex(bytesOf(file), file, target, { others: lists, reader: readers(target.kind) })
    if (reading.list) read.set(annex.list, reading.list)
    take(file, reading, byImport(file, annex.list))
  }
  if (problems.length > 0) throw new AnnexError(problems)
  return {
    lists: withThose(lists, read),
    documents: withThose(documents, cited),
    remarks,
  }

  /** An annex in the folder of a place; undefined where that is none. */
  async function ofPlace({ file, region }: PlaceAnnexFile): Promise<PlaceReading | undefined> {
    try {
      const around = { place: placeWithAbove(divisions, region), lists, documents, file: basename(file), given: {} }
      return await readPlaceAnnex(bytesOf(file), around, { reader: readerOfLists(readers) })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      problems.push(ofFile(file, error.said))
      return undefined
    }
  }
}

/** Those that are there, with what takes their place, and what is new behind them. */
function withThose<One extends { readonly id: string }>(held: readonly One[], read: ReadonlyMap<string, One>): One[] {
  const ids = new Set(held.map(({ id }) => id))
  return [...held.map((one) => read.get(one.id) ?? one), ...[...read.values()].filter(({ id }) => !ids.has(id))]
}
