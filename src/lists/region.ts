import { type Static, Type } from 'typebox'
import { RegionCode } from './terms.ts'

const closed = { additionalProperties: false }
const Name = Type.String({ minLength: 1 })
const Year = Type.Integer({ minimum: 1949, maximum: 2999 })

/** One GB/T 2260 code in force. `parent` is absent for the whole country only; `since` is the year in which the code began, if known. */
export const Region = Type.Object(
  { code: RegionCode, name: Name, parent: Type.Optional(RegionCode), since: Type.Optional(Year) },
  closed,
)
export type Region = Static<typeof Region>

/** A code that was replaced, with the codes in force in its place and the years from which and until which it was used, if known. */
export const ReplacedRegion = Type.Object(
  {
    code: RegionCode,
    name: Name,
    since: Type.Optional(Year),
    until: Type.Optional(Year),
    to: Type.Array(RegionCode, { minItems: 1 }),
  },
  closed,
)
export type ReplacedRegion = Static<typeof ReplacedRegion>

const prefix = (code: string) => (code === '100000' ? '' : code.replace(/(?:00){1,2}$/, ''))

/** Whether two codes are of one place, or one lies within the other: only then can lists of both apply to one question. */
export function meet(one: string, other: string): boolean {
  return prefix(one).startsWith(prefix(other)) || prefix(other).startsWith(prefix(one))
}

/** data/regions.json */
export const RegionsFile = Type.Object(
  {
    source: Type.String({ minLength: 1 }),
    regions: Type.Array(Region, { minItems: 1 }),
    replaced: Type.Optional(Type.Array(ReplacedRegion)),
  },
  closed,
)
