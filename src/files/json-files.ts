/** Megabytes of a data file: no longer text could be held. A million items in one list have 263 MB. */
export const mostInDataFile = 500

/** The files of lists/ or names/, where their names are free. */
export interface JsonFiles {
  /** Those that are read, in a fixed order. Hidden ones, which some systems put beside every file, are not. */
  readonly read: readonly string[]
  /** Those that would be passed over for the writing of their ending, such as annex-5.JSON. */
  readonly miswritten: readonly string[]
}

/** Which of the files in lists/ or names/ belong to the data. */
export function jsonFiles(names: readonly string[]): JsonFiles {
  const meant = names.filter((name) => /^[^.].*\.json$/i.test(name)).sort()
  const { read = [], miswritten = [] } = Object.groupBy(meant, (name) =>
    name.endsWith('.json') ? 'read' : 'miswritten',
  )
  return { read, miswritten }
}
