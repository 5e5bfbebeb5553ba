import { existsSync } from 'node:fs'

/** The journals that stand beside a SQLite file while it is written, and after its writer was killed: https://www.sqlite.org/tempfiles.html. */
export function journalsBeside(databasePath: string): string[] {
  return ['-journal', '-wal', '-shm'].map((suffix) => `${databasePath}${suffix}`).filter((path) => existsSync(path))
}
