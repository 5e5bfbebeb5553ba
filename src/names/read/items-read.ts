import type { ListFile } from '../../lists/list.ts'
import type { RecordedNamesFile } from '../../lists/recorded-name.ts'
import type { Kind } from '../../lists/terms.ts'
import type { ItemRef } from '../index/reading.ts'
import { readName } from './read-name.ts'
import { scopeOf } from './scope-of.ts'

/** Tells which items of these lists a name is read as; the lists and the recorded names are of one kind. */
function itemsReader(
  file: Pick<RecordedNamesFile, 'wording' | 'slots' | 'recorded'>,
  lists: readonly ListFile[],
): (name: string) => readonly ItemRef[] {
  const scope = scopeOf(file, lists)
  return (name) => {
    const reading = readName(name, scope, () => true)
    return reading.verdict === 'decided' ? reading.items : []
  }
}

/** The readers by kind, for those kinds of which names are recorded. */
export const readersOf = (files: readonly RecordedNamesFile[]) => (kind: Kind) => {
  const file = files.find((one) => one.kind === kind)
  return file && ((lists: readonly ListFile[]) => itemsReader(file, lists))
}

/** The same for whoever does not know yet of which kind the lists will be. */
export const readerOfLists =
  (readers: ReturnType<typeof readersOf>) =>
  (lists: readonly ListFile[]): ((name: string) => readonly ItemRef[]) => {
    const [first] = lists
    return (first && readers(first.kind)?.(lists)) ?? (() => [])
  }
