import type { Item } from '../../lists/list.ts'
import { bracketAlternatives } from '../normalise/brackets.ts'
import { takeApart } from '../normalise/forms.ts'
import { withoutPlace } from '../normalise/place-words.ts'
import { key, plain } from '../normalise/plain.ts'
import { GramIndex } from './gram-index.ts'
import { onOneSide, type RecordedNames, type Sense, senseOf } from './index-records.ts'
import { mattersOf } from './matters.ts'
import { PackedTexts } from './packed-texts.ts'
import type { ItemRef } from './reading.ts'
import { content, core } from './segment.ts'
import { SpellingIndex } from './spelling-index.ts'

/** A printed name that leads to an item: its name, one of the names printed in brackets after it, or a matter that it names. */
export interface Entry {
  readonly item: ItemRef
  readonly method: 'exact' | 'sub_name'
  readonly matched: string
}

/**
 * The printed names of one list, ready to be looked up. Lists are indexed apart, so that one list never changes how another is
 * read. Entries are numbered as they are printed, from 0.
 */
export interface NamedList {
  readonly id: string
  entry(at: number): Entry
  /** The entries with this spelling (see key), the first of each item. */
  spelled(text: string): readonly Entry[]
  /** The entries of which this is left without their light words (see core), the first of each item. */
  withCore(rest: string): readonly Entry[]
  /** The entries that mean this (see Sense), the first of each item. */
  withSense(sense: Sense): readonly Entry[]
  /** Finds entries by the likeness of what is left without their light words. */
  readonly similar: GramIndex
  /** The names of the entries as they are compared. */
  readonly keys: PackedTexts
}

/** Every spelling a printed name has by itself: 居(租)住证明 is 居住证明 and 租住证明, ××村村民委员会 is any village's. */
function spellings(name: string, { wording }: RecordedNames['language']): string[] {
  const text = key(name)
  const board = wording.places && withoutPlace(text, wording.places)
  const alternatives = bracketAlternatives(plain(name)) ?? []
  return [...new Set([text, ...alternatives.map(key), ...(board ? [board] : [])])]
}

/** What the names of a list come to without their light words, in every form that is left of them, and what they mean. */
interface Cores {
  readonly byText: SpellingIndex
  /** Of each entry what it means, if that is known. */
  readonly senses: readonly (Sense | undefined)[]
  /** The entries of each sense. */
  readonly bySense: ReadonlyMap<string, readonly number[]>
  readonly similar: GramIndex
}

/** What is left of a printed name, layer by layer, without light words: what is asked for is taken apart in the same way. */
function coresOf(name: string, { language, vocabulary }: RecordedNames): string[] {
  const forms = takeApart(plain(name), language).forms.filter(({ aside }) => aside === undefined)
  return [...new Set(forms.map((form) => core(form.key, vocabulary)))].filter((rest) => rest !== '')
}

/**
 * That a village is not to be responsible for a matter says nothing of its helping with it (协助招商引资): matters are found as they are
 * spelled, and not without light words or by what they mean.
 */
function indexCores(printed: PackedTexts, matters: ReadonlySet<number>, records: RecordedNames): Cores {
  const names = printed.map((name) => name)
  const senses = names.map((name, at) => (matters.has(at) ? undefined : senseOf(name, records)))
  const bySense = new Map<string, number[]>()
  for (const [at, sense] of senses.entries()) {
    if (!sense) continue
    const places = bySense.get(sense.id)
    if (places) places.push(at)
    else bySense.set(sense.id, [at])
  }
  return {
    byText: new SpellingIndex(names.map((name, at) => (matters.has(at) ? [] : coresOf(name, records)))),
    senses,
    bySense,
    similar: new GramIndex(new PackedTexts(names.map((name) => content(key(name), records.vocabulary)))),
  }
}

/** What is read of a list. No two of its items have one number. */
export interface Listed {
  readonly id: string
  readonly items: Iterable<Pick<Item, 'no' | 'name' | 'subNames'>>
}

/**
 * Indexes the printed names and sub-names of one list with the words of its kind. Exact names are indexed at once; the rest takes
 * ten times as long and most of the memory, and waits for the first name that is not written as it is printed.
 */
export function indexList(list: Listed, records: RecordedNames): NamedList {
  return new IndexedList(list, records)
}

/** Of nearly all lists: thousands of empty sets would take room. */
const none: ReadonlySet<number> = new Set()

/** Holds names in flat arrays and makes entries when they are found: as objects they would take four times as much. */
class IndexedList implements NamedList {
  readonly id: string
  readonly #records: RecordedNames
  readonly #printed: PackedTexts
  /** Of each entry the number of its item. The entries of an item follow each other, the first of them is its name. */
  readonly #nos: Uint32Array
  /** Which entries are matters that the name of their item lists. */
  readonly #matters: ReadonlySet<number>
  readonly #bySpelling: SpellingIndex
  #keys: PackedTexts | undefined
  #cores: Cores | undefined

  constructor({ id, items }: Listed, records: RecordedNames) {
    const [printed, nos, matters]: [string[], number[], number[]] = [[], [], []]
    for (const { no, name, subNames = [] } of items) {
      for (const text of [name, ...subNames]) {
        printed.push(text)
        nos.push(no)
      }
      for (const matter of mattersOf(name)) {
        matters.push(printed.length, printed.length + 1)
        printed.push(matter, `${matter}责任主体`)
        nos.push(no, no)
      }
    }
    this.id = id
    this.#records = records
    this.#printed = new PackedTexts(printed)
    this.#nos = Uint32Array.from(nos)
    this.#matters = matters.length > 0 ? new Set(matters) : none
    this.#bySpelling = new SpellingIndex(printed.map((text) => spellings(text, records.language)))
  }

  entry(at: number): Entry {
    const no = this.#nos[at] as number
    let main = at
    while (this.#nos[main - 1] === no) main -= 1
    const name = this.#printed.at(main)
    const item = { list: this.id, no, name }
    return main === at
      ? { item, method: 'exact', matched: name }
      : { item, method: 'sub_name', matched: this.#printed.at(at) }
  }

  spelled(text: string): readonly Entry[] {
    return this.#firsts(this.#bySpelling.find(text), (at) =>
      spellings(this.#printed.at(at), this.#records.language).includes(text),
    )
  }

  withCore(rest: string): readonly Entry[] {
    return this.#firsts(this.#coresOnceAsked.byText.find(rest), (at) =>
      coresOf(this.#printed.at(at), this.#records).includes(rest),
    )
  }

  withSense(sense: Sense): readonly Entry[] {
    const { senses, bySense } = this.#coresOnceAsked
    return this.#firsts(bySense.get(sense.id) ?? [], (at) => onOneSide(senses[at] as Sense, sense))
  }

  get similar(): GramIndex {
    return this.#coresOnceAsked.similar
  }

  get keys(): PackedTexts {
    this.#keys ??= new PackedTexts(this.#printed.map(key))
    return this.#keys
  }

  get #coresOnceAsked(): Cores {
    this.#cores ??= indexCores(this.#printed, this.#matters, this.#records)
    return this.#cores
  }

  /** One entry per item, however often a spelling of it comes. Two spellings may have one digest, so each is compared. */
  #firsts(places: readonly number[], holds: (at: number) => boolean): readonly Entry[] {
    const firsts: Entry[] = []
    let last: number | undefined
    for (const at of places) {
      if (this.#nos[at] === last || !holds(at)) continue
      last = this.#nos[at]
      firsts.push(this.entry(at))
    }
    return firsts
  }
}
