import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DataError } from '../catalogue/data-error.ts'
import type { ListFile } from '../catalogue/files/list.ts'
import type { Kind, Sentence } from '../catalogue/files/terms.ts'
import { annexFiles } from './annex-files.ts'
import type { ItemsReader } from './compare/crosscheck.ts'
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

export interface AnnexesRead {
  readonly lists: ListFile[]
  /** What a person should look at, though nothing was in doubt. */
  readonly remarks: Sentence[]
}

/**
 * The lists with the annexes of a folder read on top of them. What is written there is taken as complete and official, as
 * `qingdan import` takes it. It has no day of import: that of the file differs from machine to machine, and what is served depends
 * on the bytes alone.
 * @throws DataError with every doubt; none is settled silently. An annex that needs options goes through `qingdan import`.
 */
export async function readAnnexFolder(
  folder: string,
  lists: readonly ListFile[],
  readers?: (kind: Kind) => ItemsReader | undefined,
): Promise<AnnexesRead> {
  const problems: string[] = []
  const remarks: Sentence[] = []
  const read = new Map<string, ListFile>()
  for (const { file, list: id } of annexFiles(folder)) {
    const target = lists.find((list) => list.id === id)
    if (!target) {
      problems.push(`${file}: there is no list ${id}; there are ${lists.map((list) => list.id).join(', ')}`)
      continue
    }
    const options = { others: lists, reader: readers?.(target.kind) }
    const { list, report } = await readAnnex(readFileSync(join(folder, file)), file, target, options)
    if (list) read.set(id, list)
    for (const doubt of report.doubts) problems.push(`${file}: ${doubt.zh}`)
    const said = [...report.warnings, ...report.notices.filter(({ code }) => LEFT_OUT.has(code))]
    for (const { zh, en } of said) remarks.push({ zh: `${file}：${zh}`, en: `${file}: ${en}` })
  }
  if (problems.length > 0) throw new DataError(problems)
  return { lists: lists.map((list) => read.get(list.id) ?? list), remarks }
}
