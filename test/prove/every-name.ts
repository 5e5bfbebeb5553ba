import type { Kind } from '../../src/lists/terms.ts'
import { brokenBy } from '../../src/names/normalise/broken.ts'
import { casesOf } from '../names/cases.ts'

/** What a name is taken from: the lists and recorded names of a data folder, whatever their other fields. */
interface Named {
  readonly lists: Readonly<Record<string, { readonly kind: Kind; readonly items: readonly Printed[] }>>
  readonly names: Readonly<
    Record<string, { readonly kind: Kind; readonly slots?: Slots | undefined; readonly recorded: readonly Recorded[] }>
  >
  readonly statutoryBoards: readonly { readonly name: string; readonly alsoKnownAs?: readonly string[] }[]
}
interface Printed {
  readonly name: string
  readonly subNames?: readonly string[]
}
type Slots = Readonly<Record<string, readonly string[]>>
interface Recorded {
  readonly names: readonly string[]
}

export interface NamedQuestion {
  readonly kind: Kind
  readonly name: string
}

/** A recorded name as people may write it: once with the first word of each of its slots, once with the last. */
export function spelled(name: string, slots: Slots = {}): string[] {
  const filled = [0, -1].map((at) => name.replaceAll(/\{(.+?)\}/gu, (_, slot: string) => slots[slot]?.at(at) ?? slot))
  return [...new Set(filled)]
}

/** Labelled names that the cases, being divided at spaces, cannot hold. */
const spaced = [' 死亡证明 ', '出 生 证 明']

/**
 * Every name that the data print or have on record, and every labelled name, each once with the kind it is asked about; without those that
 * are refused because only a broken client sends them.
 */
export function everyName({ lists, names, statutoryBoards }: Named): NamedQuestion[] {
  const all = new Map<string, NamedQuestion>()
  const add = (kind: Kind, some: readonly string[]) => {
    for (const name of some) if (!brokenBy(name)) all.set(`${kind} ${name}`, { kind, name })
  }
  for (const { kind, items } of Object.values(lists))
    for (const { name, subNames = [] } of items) add(kind, [name, ...subNames])
  for (const { kind, recorded, slots } of Object.values(names))
    for (const one of recorded)
      add(
        kind,
        one.names.flatMap((name) => spelled(name, slots)),
      )
  for (const { name, alsoKnownAs = [] } of statutoryBoards) add('signboard', [name, ...alsoKnownAs])
  for (const kind of ['certificate', 'signboard', 'task'] as const) {
    const labelled = casesOf(`${kind}s.txt`).map(({ name }) => name)
    add(kind, labelled)
  }
  add('certificate', spaced)
  return [...all.values()]
}
