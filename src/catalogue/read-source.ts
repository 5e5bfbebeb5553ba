import type { DataSource } from './data-files.ts'
import type { DataSet } from './data-set.ts'
import { datasetVersion } from './dataset-version.ts'
import { readData } from './read-data.ts'

/**
 * The data of a folder with the annexes read on top, and their version, given their content hash. The version takes its day from
 * the data folder alone: the dates of annex files differ from machine to machine.
 * @throws DataError when the data or an annex cannot be used.
 */
export async function readSource(
  { dataDir, annexDir }: DataSource,
  hash: string,
): Promise<{ version: string; data: DataSet }> {
  const data = readData(dataDir)
  const version = datasetVersion(data.lists, hash)
  if (annexDir === undefined) return { version, data }
  // Imported on demand: without annexes no reader of Word files is needed.
  const { readAnnexFolder } = await import('../intake/annex-folder.ts')
  const lists = await readAnnexFolder(annexDir, data.lists)
  return { version, data: { ...data, lists } }
}
