import type { ListFile } from '../lists/list.ts'

/**
 * The version of a dataset: the day its newest list was reviewed and eight digits of its content hash, e.g. 2026-11-22.3f9a2c1b.
 * It depends on the content alone, and on the program where annexes are read, so that every replica names the same data alike.
 */
export function datasetVersion(lists: readonly Pick<ListFile, 'reviewed'>[], hash: string): string {
  const newest =
    lists
      .map((list) => list.reviewed)
      .sort()
      .at(-1) ?? '0000-00-00'
  return `${newest}.${hash.slice(0, 8)}`
}
