import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Check } from 'typebox/value'
import { Refusal } from '../../documents/message.ts'
import { unreadableList } from '../../documents/messages/store-messages.ts'
import { RecordedNamesFile } from '../../lists/recorded-name.ts'
import { filesRead, parsed } from './list-files.ts'

/** The recorded names of a data folder; none where it has no names. One that cannot be read stops, as a list would. */
export async function readNames(data: string): Promise<RecordedNamesFile[]> {
  const folder = join(data, 'names')
  const names = await readdir(folder).catch(() => [])
  return Promise.all(
    filesRead('names', names).map(async (name) => {
      const file = await parsed(join(folder, name))
      if (!Check(RecordedNamesFile, file)) throw new Refusal(unreadableList(`names/${name}`))
      return file
    }),
  )
}
