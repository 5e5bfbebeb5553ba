import { basename } from 'node:path'
import { FileRefused, readRegularFile } from '../../files/read-regular-file.ts'
import { Refusal } from '../message.ts'
import { refusedFile } from '../messages/file-messages.ts'
import { noSuchFile } from '../messages/store-messages.ts'

/** The bytes of a file that a person named. @throws Refusal where it cannot be read, is no regular file or has more than so many MB. */
export function readBytes(path: string, mostMegabytes: number): Buffer {
  const name = basename(path)
  try {
    return readRegularFile(path, mostMegabytes)
  } catch (error) {
    throw new Refusal(error instanceof FileRefused ? refusedFile(name, error.said) : noSuchFile(name))
  }
}
