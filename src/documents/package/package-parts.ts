import type { Readable } from 'node:stream'
import { TextDecoder } from 'node:util'
import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { Refusal } from '../message.ts'
import { brokenZip, encryptedFile, zipBomb } from '../messages/file-messages.ts'
import { unpacked } from './file-limits.ts'

/** The parts of an Office file by name. Nothing is inflated until it is asked for. */
export interface PackageParts {
  has(name: string): boolean
  /** The text of a part that holds what people read, in pieces; throws a refusal where it is damaged or inflates beyond the limits. */
  text(name: string): AsyncGenerator<string>
  /** The same of a part beside the text (styles, numbering, relations), which is never as large. */
  beside(name: string): AsyncGenerator<string>
}

const bloated = (inflated: number, packed: number) =>
  inflated > unpacked.ratioFrom && inflated > packed * unpacked.ratio

async function readDirectory(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  let whole = 0
  if (zip.entryCount > unpacked.entries) throw new Refusal(zipBomb())
  for await (const entry of zip.eachEntry()) {
    // Two parts of one name: programs differ in which they show, so nobody can say what the document reads.
    if (entries.has(entry.fileName)) throw new Refusal(brokenZip())
    whole += entry.uncompressedSize
    if (whole > unpacked.whole) throw new Refusal(zipBomb())
    entries.set(entry.fileName, entry)
  }
  return entries
}

/** Told how many bytes of a part have been read, and of how many. */
export type Watch = (read: number, all: number) => void

/**
 * Decodes as UTF-8 unless a byte-order mark says UTF-16; anything else is damage.
 * yauzl ends a part that inflates to more than its entry claims, and what it claims is within the limits.
 */
async function* decoded(stream: Readable, entry: Entry, watch: Watch): AsyncGenerator<string> {
  let sum = 0
  let read = 0
  let decoder: TextDecoder | undefined
  for await (const piece of stream as AsyncIterable<Buffer>) {
    sum = crc32(piece, sum)
    read += piece.length
    watch(read, entry.uncompressedSize)
    const mark = piece.toString('latin1', 0, 2)
    decoder ??= new TextDecoder(mark === '\xff\xfe' ? 'utf-16le' : mark === '\xfe\xff' ? 'utf-16be' : 'utf-8', {
      fatal: true,
    })
    yield decoder.decode(piece, { stream: true })
  }
  // A flipped bit can still inflate, to other words than the bureau's.
  if (sum !== entry.crc32) throw new Refusal(brokenZip())
}

/** Every failure below is the file's: yauzl and the decoder report damage as errors of many kinds. */
const asRefusal = (error: unknown) => (error instanceof Refusal ? error : new Refusal(brokenZip()))

/** Opens the zip that every .docx and .xlsx is. */
export async function openPackage(bytes: Buffer, watch: Watch = () => {}): Promise<PackageParts> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false })
    const entries = await readDirectory(zip)
    async function* text(name: string, most: number): AsyncGenerator<string> {
      const entry = entries.get(name)
      if (!entry) return
      if (entry.isEncrypted()) throw new Refusal(encryptedFile())
      const { uncompressedSize: size, compressedSize } = entry
      if (size > most || bloated(size, compressedSize)) throw new Refusal(zipBomb())
      try {
        yield* decoded(await zip.openReadStreamPromise(entry), entry, watch)
      } catch (error) {
        throw asRefusal(error)
      }
    }
    return {
      has: (name) => entries.has(name),
      text: (name) => text(name, unpacked.part),
      beside: (name) => text(name, unpacked.partBeside),
    }
  } catch (error) {
    throw asRefusal(error)
  }
}
