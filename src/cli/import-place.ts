import { basename } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { mostMegabytes } from '../documents/package/file-limits.ts'
import { readBytes } from '../documents/package/read-bytes.ts'
import type { Given } from '../intake/place/new-list.ts'
import { placeWithAbove } from '../intake/place/place-asked.ts'
import { readPlaceAnnex } from '../intake/place/read-place-annex.ts'
import type { AnnexOptions } from '../intake/read-annex.ts'
import { readDataFile, writeEntry } from '../intake/store/data-file.ts'
import { checkedText, listPath, readLists, replaceList } from '../intake/store/list-files.ts'
import { readNames } from '../intake/store/name-files.ts'
import { DocumentsFile } from '../lists/document.ts'
import { RegionsFile } from '../lists/region.ts'
import { readerOfLists, readersOf } from '../names/read/items-read.ts'
import { factLines } from './place-facts.ts'
import { showReport } from './show-report.ts'
import { EXIT, type ExitCode, type Terminal } from './terminal.ts'
import { writeRead } from './writing.ts'

export interface PlaceImport {
  readonly data: string
  readonly region: string
  readonly given: Given
  readonly dryRun: boolean
  readonly options: Omit<AnnexOptions, 'others' | 'reader'>
}

/** qingdan import <file> --region <code>: the list of a place, made from what the file prints. */
export async function importPlaceAnnex(file: string, asked: PlaceImport, terminal: Terminal): Promise<ExitCode> {
  const { data, region, given, dryRun, options } = asked
  const place = placeWithAbove(await readDataFile(data, 'regions.json', RegionsFile), region)
  const documents = await readDataFile(data, 'documents.json', DocumentsFile)
  const lists = await readLists(data)
  const around = { place, lists, documents, file: basename(file), given }
  const { list, report, facts, document } = await readPlaceAnnex(readBytes(file, mostMegabytes.annex), around, {
    ...options,
    reader: readerOfLists(readersOf(await readNames(data))),
  })
  if (facts) terminal.out(`${factLines(facts, list?.id, place, terminal.language)}\n`)
  showReport(report, terminal)
  if (!list) return EXIT.refused
  const path = listPath(data, list.id)
  const cited = document && documents.find(({ id }) => id === document.id)
  const newDocument = document && !isDeepStrictEqual(document, cited) ? document : undefined
  const held = lists.find(({ id }) => id === list.id)
  const upToDate = report.upToDate && !newDocument
  return writeRead(terminal, { path, list, upToDate, dryRun }, async () => {
    const text = checkedText(list)
    // The document first: a list must not cite what is not there, whoever reads the folder in between.
    if (newDocument) await writeEntry(data, 'documents.json', documents, newDocument)
    await replaceList(path, text, held)
  })
}
