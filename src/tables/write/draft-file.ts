import { createWriteStream, type WriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { draftBeside } from '../../drafts.ts'

/**
 * Gives a file its content so that nobody ever sees half of it: `write` fills a draft beside the place, which then takes the
 * place's name. Whatever goes wrong, the draft is removed and what stood there before still stands.
 */
export async function writeWhole(path: string, write: (out: WriteStream) => Promise<void>): Promise<void> {
  const draft = draftBeside(path)
  try {
    await write(createWriteStream(draft))
    const file = await open(draft, 'r')
    try {
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
