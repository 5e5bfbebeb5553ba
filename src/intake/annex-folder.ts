import { join } from 'node:path'
import { unknownList } from '../documents/messages/store-messages.ts'
import { mostMegabytes } from '../documents/package/file-limits.ts'
import { readRegularFile } from '../files/read-regular-file.ts'
import type { ListFile } from '../lists/list.ts'
import type { Kind, Sentence } from '../lists/terms.ts'
import { AnnexError } from './annex-error.ts'
import { annexFiles } from './annex-files.ts'
import type { ItemsReader } from './compare/crosscheck.ts'
import { byImport } from './messages/list-messages.ts'
import { readAnnex } from './read-annex.ts'

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
  /** What a person should look at, though nothing was in doubt. */
  readonly remarks: Sentence[]
}

/**
 * The lists with the annexes of a folder read on top of them. What is written there is taken as complete and official, as
 * `qingdan import` takes it. It has no day of import: that of the file differs from machine to machine, and what is served depends
 * on the bytes alone.
 * @throws AnnexError with every doubt; none is settled silently. An annex that needs options goes through `qingdan import`.
 */
export async function readAnnexFolder(
  folder: string,
  lists: readonly ListFile[],
  readers?: (kind: Kind) => ItemsReader | undefined,
  bytesOf = (file: string): Buffer => readRegularFile(join(folder, file), mostMegabytes.annex),
): Promise<AnnexesRead> {
  const problems: Sentence[] = []
  const remarks: Sentence[] = []
  const read = new Map<string, ListFile>()
  for (const { file, list: id } of annexFiles(folder)) {
    const target = lists.find((list) => list.id === id)
    if (!target) {
      const ids = lists.map((list) => list.id)
      problems.push(ofFile(file, unknownList(id, ids)))
      continue
    }
    const options = { others: lists, reader: readers?.(target.kind) }
    const { list, report } = await readAnnex(bytesOf(file), file, target, options)
    if (list) read.set(id, list)
    const doubts = report.doubts.some(({ en }) => en.includes('--'))
      ? [...report.doubts, byImport(file, id)]
      : report.doubts
    problems.push(...doubts.map((doubt) => ofFile(file, doubt)))
    const said = [...report.warnings, ...report.notices.filter(({ code }) => LEFT_OUT.has(code))]
    remarks.push(...said.map((one) => ofFile(file, one)))
  }
  if (problems.length > 0) throw new AnnexError(problems)
  return { lists: lists.map((list) => read.get(list.id) ?? list), remarks }
}
