import type { Database } from 'better-sqlite3'

/**
 * The SQLite file of a snapshot, which is read from as long as somebody answers from that snapshot. It is closed when another has taken the
 * snapshot's place and the last request lets go: until then the system keeps its room on the disk, also where its name is gone.
 */
export class HeldFile {
  readonly #database: Database
  #holders = 0
  #retired = false

  constructor(database: Database) {
    this.#database = database
  }

  hold(): void {
    this.#holders += 1
  }

  letGo(): void {
    this.#holders -= 1
    this.#closeWhenFree()
  }

  /** Nobody new will ask for it. */
  retire(): void {
    this.#retired = true
    this.#closeWhenFree()
  }

  #closeWhenFree(): void {
    if (this.#retired && this.#holders === 0) this.#database.close()
  }
}
