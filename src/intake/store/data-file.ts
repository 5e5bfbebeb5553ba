import { join } from 'node:path'
import type { Static, TSchema } from 'typebox'
import { Check } from 'typebox/value'
import { Refusal } from '../../documents/message.ts'
import { unreadableList } from '../../documents/messages/store-messages.ts'
import { mostInDataFile } from '../../files/json-files.ts'
import { readRegularFile } from '../../files/read-regular-file.ts'
import { parsed, replaceList } from './list-files.ts'
import { entryText } from './list-text.ts'

/** Reads one of the files beside lists/. @throws Refusal where it cannot be read or is not what it should be. */
export async function readDataFile<Schema extends TSchema>(
  data: string,
  name: string,
  schema: Schema,
): Promise<Static<Schema>> {
  const value = await parsed(join(data, name))
  if (!Check(schema, value)) throw new Refusal(unreadableList(name))
  return value
}

interface Entry {
  readonly id: string
}

/** The entries of a file laid out as the repository's formatter does, each as it stands there. */
const ENTRY = /^ {2}\{$[\s\S]*?^ {2}\}(?=,?$)/gm

/** An entry in the place of the one with the same id, or behind all others; the lines of the others stay as they are. */
function withEntry(text: string, entries: readonly Entry[], entry: Entry): string {
  const texts = text.match(ENTRY) ?? []
  const before = texts.length === entries.length ? texts : entries.map(entryText)
  const at = entries.findIndex(({ id }) => id === entry.id)
  const after = at < 0 ? [...before, entryText(entry)] : before.with(at, entryText(entry))
  return `[\n${after.join(',\n')}\n]\n`
}

/**
 * Writes an entry into one of the files beside lists/.
 * @throws Refusal where the file has changed since the entries were read.
 */
export function writeEntry(data: string, name: string, entries: readonly Entry[], entry: Entry): Promise<void> {
  const path = join(data, name)
  const text = readRegularFile(path, mostInDataFile).toString()
  return replaceList(path, withEntry(text, entries, entry), entries)
}
