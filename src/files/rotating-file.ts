import { type FileHandle, open, rename, stat } from 'node:fs/promises'

interface Rotation {
  /** How large a file may become, in bytes. */
  readonly mostBytes: number
  /** How many files are kept, the one that is written among them. */
  readonly files: number
}

/** An open file, and how long it is. */
interface Opened {
  readonly handle: FileHandle
  readonly size: number
}

const lineEnd = Buffer.from('\n')

/**
 * A file that lines are added to. One that is full is set aside as `path.1`, what was `path.1` becomes `path.2`, and so on; the oldest goes.
 * Before each writing it is looked whether the file still stands at its place: a second process with the same file, as during an update, or a
 * program that sets files aside may have moved it, and a new one is begun.
 */
export class RotatingFile {
  readonly #path: string
  readonly #rotation: Rotation
  #handle: FileHandle | undefined

  constructor(path: string, rotation: Rotation) {
    this.#path = path
    this.#rotation = rotation
  }

  /**
   * Adds whole lines, all of them into one file. Where they do not fit on the disk, the file is as it was: half a line would spoil the next.
   * Only one call at a time.
   */
  async append(lines: Buffer): Promise<void> {
    let { handle, size } = await this.open()
    if (size > 0 && size + lines.length > this.#rotation.mostBytes) {
      await this.close()
      await this.#setAside()
      ;({ handle, size } = await this.open())
    }
    try {
      await handle.appendFile(lines)
    } catch (error) {
      await handle.truncate(size)
      throw error
    }
  }

  /** Opens the file at its place, which is begun where there is none. */
  async open(): Promise<Opened> {
    const held = this.#handle
    if (held) {
      const [own, there] = await Promise.all([held.stat(), stat(this.#path).catch(() => null)])
      if (own.ino === there?.ino && own.dev === there.dev) return { handle: held, size: own.size }
      await this.close()
    }
    // What it holds is not for every user of the machine.
    const handle = await open(this.#path, 'a+', 0o640)
    const found = await handle.stat()
    if (!found.isFile()) {
      await handle.close()
      throw new Error(`${this.#path} is no regular file`)
    }
    this.#handle = handle
    return { handle, size: found.size + (await endLine(handle, found.size)) }
  }

  async close(): Promise<void> {
    const handle = this.#handle
    this.#handle = undefined
    await handle?.close()
  }

  async #setAside(): Promise<void> {
    const path = this.#path
    for (let at = this.#rotation.files - 1; at > 0; at -= 1) {
      await rename(at === 1 ? path : `${path}.${at - 1}`, `${path}.${at}`).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error
      })
    }
  }
}

/** A process that was killed may have left half a line: the next one begins anew. Gives how many bytes that took. */
async function endLine(handle: FileHandle, size: number): Promise<number> {
  if (size === 0) return 0
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1)
  if (buffer.equals(lineEnd)) return 0
  await handle.appendFile(lineEnd)
  return lineEnd.length
}
