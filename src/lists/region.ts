import { type Static, Type } from 'typebox'
import { RegionCode } from './terms.ts'

/** One GB/T 2260 code. `parent` is absent for the whole country only. */
export const Region = Type.Object(
  { code: RegionCode, name: Type.String({ minLength: 1 }), parent: Type.Optional(RegionCode) },
  { additionalProperties: false },
)
export type Region = Static<typeof Region>

/** data/regions.json */
export const RegionsFile = Type.Object(
  { source: Type.String({ minLength: 1 }), regions: Type.Array(Region, { minItems: 1 }) },
  { additionalProperties: false },
)
