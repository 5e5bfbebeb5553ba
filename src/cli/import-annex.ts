import { basename } from 'node:path'
import { Refusal } from '../documents/message.ts'
import { mostMegabytes } from '../documents/package/file-limits.ts'
import { readBytes } from '../documents/package/read-bytes.ts'
import type { ImportOptions } from '../intake/options.ts'
import type { Given } from '../intake/place/new-list.ts'
import { readAnnex } from '../intake/read-annex.ts'
import { checkedText, listOf, listPath, readLists, replaceList } from '../intake/store/list-files.ts'
import { readNames } from '../intake/store/name-files.ts'
import { shanghaiDay } from '../lists/days.ts'
import { readersOf } from '../names/read/items-read.ts'
import { IMPORT_PLACE } from './import-place-words.ts'
import { locationOf } from './location-of.ts'
import type { LocationFlags } from './location-options.ts'
import { readingProgress } from './reading-progress.ts'
import { showReport } from './show-report.ts'
import { EXIT, type ExitCode, type Terminal } from './terminal.ts'
import { writeRead } from './writing.ts'

export interface Flags extends Omit<ImportOptions, 'skip' | 'keep' | 'date'>, Pick<LocationFlags, 'data'>, Given {
  readonly list?: string
  readonly region?: string
  readonly dryRun?: boolean
  readonly skipRow?: string[]
  readonly skipTable?: string[]
  readonly keepRow?: string[]
  readonly column?: ImportOptions['columns']
  readonly date?: string
}

export async function importAnnex(file: string, flags: Flags, terminal: Terminal): Promise<ExitCode> {
  const {
    list: id,
    region,
    dryRun,
    skipRow = [],
    skipTable = [],
    keepRow = [],
    column = [],
    data: _,
    date,
    ...own
  } = flags
  const { kind, effect, title, number, issuer, issued, from, id: newId, ...rest } = own
  const { dataDir: data } = locationOf(flags, terminal.environment)
  const options = {
    ...rest,
    columns: column,
    skip: [...skipRow, ...skipTable],
    keep: keepRow,
    date: date ?? shanghaiDay(Date.now()),
    watch: readingProgress(terminal),
  }
  const given = { kind, effect, title, number, issuer, issued, from, id: newId }
  if (region !== undefined) {
    if (id !== undefined) throw new Refusal(IMPORT_PLACE.notBoth)
    const { importPlaceAnnex } = await import('./import-place.ts')
    return importPlaceAnnex(file, { data, region, given, dryRun: dryRun === true, options }, terminal)
  }
  if (id === undefined) throw new Refusal(IMPORT_PLACE.oneOf)
  if (Object.values(given).some((value) => value !== undefined)) throw new Refusal(IMPORT_PLACE.withRegion)
  const lists = await readLists(data)
  const target = listOf(lists, id)
  const bytes = readBytes(file, mostMegabytes.annex)
  const { list, report } = await readAnnex(bytes, basename(file), target, {
    ...options,
    others: lists,
    reader: readersOf(await readNames(data))(target.kind),
  })
  showReport(report, terminal)
  if (!list) return EXIT.refused
  const text = checkedText(list)
  const path = listPath(data, id)
  const read = { path, list, upToDate: report.upToDate, dryRun: dryRun === true }
  return writeRead(terminal, read, () => replaceList(path, text, target))
}
