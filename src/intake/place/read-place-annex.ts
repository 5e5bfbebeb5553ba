import type { Said } from '../../documents/message.ts'
import type { Document } from '../../lists/document.ts'
import type { Item, ListFile } from '../../lists/list.ts'
import { differing } from '../compare/compare-items.ts'
import { notRead } from '../messages/done-messages.ts'
import { type AnnexOptions, type AnnexReading, readAnnex } from '../read-annex.ts'
import { type Around, type NewList, newList } from './new-list.ts'
import type { Facts, FactsRead } from './printed-facts.ts'

export interface PlaceReading extends AnnexReading {
  /** What the file prints of itself, with what a person gave; absent where it could not be told. */
  readonly facts?: Facts
  /** The document to write beside the list; absent where nothing new would cite it. */
  readonly document?: Document
}

/** What a batch brings cites the batch, and holds from its day. */
function ofBatch(list: ListFile, { list: before, document, facts }: NewList): ListFile {
  const held = new Set(before.items.map(({ no }) => no))
  const from = facts.from?.value ?? document.issued
  const own = (item: Item): Item =>
    held.has(item.no) ? item : { ...item, source: { document: document.id }, ...(from ? { from } : {}) }
  return { ...list, items: list.items.map(own) }
}

/** What was read as number, issuer or date is no text that was left out. */
function withoutFacts(notices: readonly Said[], { lines = [] }: Partial<FactsRead> = {}): Said[] {
  const read = new Set(lines.map(({ place, text }) => notRead(place, text).zh))
  return notices.filter(({ zh }) => !read.has(zh))
}

/** Reads an annex as a list of a place: a new one, the next text of one that is there, or a batch of it. */
export async function readPlaceAnnex(
  bytes: Buffer,
  around: Around,
  options: Omit<AnnexOptions, 'others'>,
): Promise<PlaceReading> {
  const seen: { read?: FactsRead; made?: NewList | undefined } = {}
  const { list, report: all } = await readAnnex(
    bytes,
    around.file,
    (document, findings) => {
      seen.made = newList(document, around, findings, (read) => {
        seen.read = read
      })
      return seen.made?.list
    },
    { ...options, others: around.lists },
  )
  const { made, read } = seen
  const facts = read ? { facts: read.facts } : {}
  const report = { ...all, notices: withoutFacts(all.notices, read) }
  if (!made || !list) return { report, ...facts }
  const held = around.lists.find(({ id }) => id === list.id)
  if (!held || !options.add) {
    const upToDate = held !== undefined && differing(held, list).length === 0
    return { list, report: { ...report, upToDate }, ...facts, document: made.document }
  }
  const added = list.items.length > held.items.length
  return { list: ofBatch(list, made), report, ...facts, ...(added ? { document: made.document } : {}) }
}
