import { ensureDatabase } from '../catalogue/ensure-database.ts'
import { loadData } from '../catalogue/load-data.ts'
import { readSnapshot } from '../catalogue/read-snapshot.ts'
import { verifyDatabase } from '../catalogue/verify-database.ts'
import { LOAD } from './command-words.ts'
import { locationOf } from './location-of.ts'
import type { LocationFlags } from './location-options.ts'
import { EXIT, type ExitCode, type Terminal } from './terminal.ts'

export async function loadDatabase(flags: LocationFlags, terminal: Terminal): Promise<ExitCode> {
  const location = locationOf(flags, terminal.environment)
  // An unchanged hash does not show a file that was tampered with; a person who loads wants it right.
  const { differences } = await verifyDatabase(location)
  if (differences.length > 0) await loadData(location)
  const database = await ensureDatabase(location)
  try {
    const { version, lists } = readSnapshot(database)
    const items = [...lists.values()].reduce((sum, list) => sum + list.size, 0)
    terminal.out(`${LOAD.loaded(version, lists.size, items)[terminal.language]}\n`)
  } finally {
    database.close()
  }
  return EXIT.ok
}
