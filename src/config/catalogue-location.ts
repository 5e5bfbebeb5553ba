/** Where the data come from. */
export interface DataSource {
  /** Folder of the data files. */
  readonly dataDir: string
  /** Folder of annexes (Word, Excel, CSV) that are read on top of them. */
  readonly annexDir?: string
}

/** Where the data come from and where the SQLite file built from them stands. */
export interface CatalogueLocation extends DataSource {
  /** Place of the SQLite file. */
  readonly databasePath: string
}

/** How long a reload may take, and how much memory, before it is given up. */
export interface LoadBounds {
  readonly timeoutMs: number
  /** MB of heap; null: as much as Node may use for itself. */
  readonly heapMb: number | null
}
