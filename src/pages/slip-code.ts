import { createHash } from 'node:crypto'
import { regionChain, type Snapshot } from '../catalogue/snapshot.ts'
import { Body } from '../lists/terms.ts'
import { committeeNamed } from '../names/issuers/read-issuer.ts'
import { plain } from '../names/normalise/plain.ts'
import { issuerGiven } from '../rulings/issuer.ts'
import type { Question } from '../rulings/question.ts'

/** Crockford's digits: none of them is read as another one. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const shape = /^[0-9A-Z]{4}[- ]?[0-9A-Z]{4}[- ]?[0-9A-Z]{4}$/i
const day = 24 * 60 * 60 * 1000
const firstDay = Date.UTC(2000, 0, 1)
/** 60 bits: days until 2089, GB/T 2260 codes, and a fingerprint that two of some thousand names rarely share. */
const [dayBits, regionBits, nameBits] = [15n, 20n, 25n]
const bits = (count: bigint) => (1n << count) - 1n

/** What a code says by itself. The name is in it as a fingerprint only: twelve characters hold no name. */
export interface ReadCode {
  readonly on: string
  readonly region: string
  readonly fingerprint: bigint
}

function fingerprint({ kind, name, issuer, body }: Pick<Question, 'kind' | 'name' | 'issuer' | 'body'>): bigint {
  // A village that is named as the issuer changes no more in the answer than which committee it is; another issuer does.
  const given = issuerGiven(issuer)
  const other = given === undefined || ['village', 'none'].includes(given.reading) ? '' : given.written
  const asked = (given && committeeNamed(given)) ?? body
  const hash = createHash('sha256')
    .update(`${kind}\0${plain(name)}\0${other}${asked ? `\0${asked}` : ''}`)
    .digest()
  return hash.readBigUInt64BE() & bits(nameBits)
}

/**
 * The short code of a question: its day, its region and the fingerprint of its name. Nothing has to be stored to read it again.
 * Days before 2000 and after 2089 have none.
 */
export function codeOf(question: Question): string | undefined {
  const days = BigInt((Date.parse(question.on) - firstDay) / day)
  if (days < 0n || days > bits(dayBits)) return undefined
  let rest = (((days << regionBits) | BigInt(question.region)) << nameBits) | fingerprint(question)
  let code = ''
  for (let at = 0; at < 12; at++, rest >>= 5n) code = `${digits[Number(rest & 31n)]}${code}`
  return code.replace(/(.{4})(.{4})(.{4})/, '$1-$2-$3')
}

/** Reads a code, however it was typed; undefined if it is none. */
export function readCode(typed: string): ReadCode | undefined {
  const text = typed.trim().toUpperCase()
  if (!shape.test(text)) return undefined
  const values = [...text.replaceAll(/[- ]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')].map((one) =>
    digits.indexOf(one),
  )
  if (values.includes(-1)) return undefined
  const all = values.reduce((sum, value) => (sum << 5n) | BigInt(value), 0n)
  const days = Number(all >> (regionBits + nameBits))
  return {
    on: new Date(firstDay + days * day).toISOString().slice(0, 10),
    region: String((all >> nameBits) & bits(regionBits)),
    fingerprint: all & bits(nameBits),
  }
}

/** Whom a question may be asked of. */
const bodies: readonly Pick<Question, 'body'>[] = [{}, ...Body.enum.map((body) => ({ body }))]

/** The questions a code may stand for, as far as their names are printed in a list of its region or of one above. */
export function questionsOf(snapshot: Snapshot, { on, region, fingerprint: wanted }: ReadCode): Question[] {
  const found = new Map<string, Question>()
  const lists = regionChain(snapshot, region).flatMap((code) => snapshot.listsByRegion.get(code) ?? [])
  for (const { kind, items } of lists) {
    for (const name of items.flatMap((item) => [item.name, ...(item.subNames ?? [])])) {
      for (const asked of bodies) {
        const said = { kind, name, ...asked }
        if (fingerprint(said) === wanted) found.set(`${kind} ${plain(name)} ${asked.body}`, { ...said, region, on })
      }
    }
  }
  return [...found.values()]
}
