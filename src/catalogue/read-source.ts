import type { DataSource } from '../config/catalogue-location.ts'
import type { DataSet } from '../lists/data-set.ts'
import type { Sentence } from '../lists/terms.ts'
import { datasetVersion } from './dataset-version.ts'
import { readData } from './read-data.ts'

export interface SourceRead {
  readonly version: string
  readonly data: DataSet
  /** What a person should look at in the annexes that were read. */
  readonly remarks: readonly Sentence[]
}

/**
 * The data of a folder with the annexes read on top, and their version, given their content hash.
 * @throws DataError when the data or an annex cannot be used.
 */
export async function readSource({ dataDir, annexDir }: DataSource, hash: string): Promise<SourceRead> {
  const data = readData(dataDir)
  const version = datasetVersion(data.lists, hash)
  if (annexDir === undefined) return { version, data, remarks: [] }
  // Imported on demand: without annexes no reader of Word files is needed.
  const { readersOf } = await import('../names/read/items-read.ts')
  const { readAnnexFolder } = await import('../intake/annex-folder.ts')
  const { lists, remarks } = await readAnnexFolder(annexDir, data.lists, readersOf(data.names))
  return { version, data: { ...data, lists }, remarks }
}
