import { TextDecoder } from 'node:util'
import { Refusal } from '../message.ts'
import { unknownEncoding } from '../messages/file-messages.ts'

/** Text and the encoding it was in. */
export interface Decoded {
  readonly text: string
  readonly encoding: string
}

const attempt = (bytes: Buffer, encoding: string): Decoded | undefined => {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding: encoding.toUpperCase() }
  } catch {
    // Not this encoding: the next one is tried.
    return undefined
  }
}

/**
 * UTF-8, else GB18030, which Excel on a Chinese machine writes; UTF-16 by its byte-order mark ("Unicode text").
 * Text of another encoding may pass as GB18030, but its headers then read as nonsense and stop the import.
 */
export function decode(bytes: Buffer): Decoded {
  const mark = bytes.toString('latin1', 0, 2)
  const wide = mark === '\xff\xfe' ? 'utf-16le' : mark === '\xfe\xff' ? 'utf-16be' : undefined
  const decoded = wide ? attempt(bytes, wide) : (attempt(bytes, 'utf-8') ?? attempt(bytes, 'gb18030'))
  if (!decoded || decoded.text.includes('\0')) throw new Refusal(unknownEncoding())
  return decoded
}
