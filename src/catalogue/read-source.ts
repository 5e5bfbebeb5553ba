import type { DataSource } from '../config/catalogue-location.ts'
import { mostMegabytes } from '../documents/package/file-limits.ts'
import type { DataSet } from '../lists/data-set.ts'
import type { Sentence } from '../lists/terms.ts'
import { contentHash } from './data-files.ts'
import { datasetVersion } from './dataset-version.ts'
import { HashedReading, type ReadFile } from './hashed-reading.ts'
import { programHash } from './program-hash.ts'
import { readData } from './read-data.ts'

export interface SourceRead {
  readonly version: string
  /** The hash of what was read; see contentHash. */
  readonly hash: string
  /** SHA-256 of each file that was read, by its path. */
  readonly files: ReadonlyMap<string, string>
  readonly data: DataSet
  /** What a person should look at in the annexes that were read. */
  readonly remarks: readonly Sentence[]
}

/**
 * The data of a folder with the annexes read on top, and their version. Each file is read once: the hash is that of what was read, whatever
 * happens to the files meanwhile.
 * @throws DataError when the data or an annex cannot be used.
 */
export async function readSource(source: DataSource, readFile?: ReadFile): Promise<SourceRead> {
  try {
    return await readOnce(source, new HashedReading(readFile))
  } catch (error) {
    // Names all files that cannot be read at once, before what is wrong in the others.
    contentHash(source)
    throw error
  }
}

async function readOnce({ dataDir, annexDir }: DataSource, reading: HashedReading): Promise<SourceRead> {
  const data = readData(dataDir, reading)
  const read = (whole: DataSet, remarks: readonly Sentence[]): SourceRead => {
    const hash = reading.digest()
    return { version: datasetVersion(data.lists, hash), hash, files: reading.files, data: whole, remarks }
  }
  if (annexDir === undefined) return read(data, [])
  // Imported on demand: without annexes no reader of Word files is needed.
  const { readersOf } = await import('../names/read/items-read.ts')
  const { readAnnexFolder } = await import('../intake/annex-folder.ts')
  reading.note(programHash())
  const bytesOf = (file: string) => reading.read(annexDir, file, mostMegabytes.annex)
  const divisions = { regions: data.regions, replaced: data.replacedRegions }
  const annexes = await readAnnexFolder(annexDir, { ...data, divisions }, readersOf(data.names), bytesOf)
  const { lists, documents, remarks } = annexes
  return read({ ...data, lists, documents }, remarks)
}
