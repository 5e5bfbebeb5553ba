import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { Check } from 'typebox/value'
import { Refusal } from '../../documents/message.ts'
import {
  invalidResult,
  listChanged,
  miswrittenFiles,
  noDataFolder,
  unknownList,
  unreadableList,
} from '../../documents/messages/store-messages.ts'
import { othersReplace } from '../../files/drafts.ts'
import { jsonFiles, mostInDataFile } from '../../files/json-files.ts'
import { readRegularFile } from '../../files/read-regular-file.ts'
import { replaceByDraft } from '../../files/replace-file.ts'
import { ListFile } from '../../lists/list.ts'
import { listText } from './list-text.ts'

/** Where a list lives. */
export const listPath = (data: string, id: string): string => join(data, 'lists', `${id}.json`)

/**
 * The files of lists/ or names/ that are read.
 * @throws Refusal where one would be passed over for the writing of its ending: what it says would be missing from the comparison.
 */
export function filesRead(folder: 'lists' | 'names', names: readonly string[]): readonly string[] {
  const { read, miswritten } = jsonFiles(names)
  if (miswritten.length > 0) throw new Refusal(miswrittenFiles(miswritten.map((name) => `${folder}/${name}`)))
  return read
}

/** Reads all list files of a data folder. One that cannot be read stops everything: what it says is not known. */
export async function readLists(data: string): Promise<ListFile[]> {
  const folder = join(data, 'lists')
  const names = await readdir(folder).catch(() => {
    throw new Refusal(noDataFolder(folder))
  })
  return Promise.all(
    filesRead('lists', names).map(async (name) => {
      const list = await parsed(join(folder, name))
      if (!Check(ListFile, list) || `${list.id}.json` !== name) throw new Refusal(unreadableList(name))
      return list
    }),
  )
}

/** The text to write for a list. What is not a list file never takes the place of one: the last look before the disk. */
export function checkedText(list: ListFile): string {
  if (!Check(ListFile, list)) throw new Refusal(invalidResult())
  return listText(list)
}

/**
 * Writes a list, or another file of the data, in the place of the one that it was made from; undefined where there was none.
 * @throws Refusal where that one has changed since it was read, or somebody else is about to replace it: of two imports at once the last would
 * win in silence. Each has its draft beside the file before it looks for the other's and then at the file, so that one of them sees the other.
 */
export function replaceList(path: string, text: string, readBefore: unknown): Promise<void> {
  return replaceByDraft(path, async (draft) => {
    await writeFile(draft, text, { mode: 0o644 })
    if (othersReplace(path, draft) || !isDeepStrictEqual(await parsed(path), readBefore))
      throw new Refusal(listChanged(path))
  })
}

/** What a JSON file holds. */
export async function parsed(path: string): Promise<unknown> {
  try {
    return JSON.parse(readRegularFile(path, mostInDataFile).toString())
  } catch {
    // Unreadable, or not JSON: the check that follows refuses it by name.
    return undefined
  }
}

/** The list of that id. */
export function listOf(lists: readonly ListFile[], id: string): ListFile {
  const list = lists.find((one) => one.id === id)
  const ids = lists.map((one) => one.id)
  if (!list) throw new Refusal(unknownList(id, ids))
  return list
}
