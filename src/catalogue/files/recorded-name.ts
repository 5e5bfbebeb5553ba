import { type Static, Type } from 'typebox'
import { Alternative } from './list.ts'
import { Grade, Kind, oneOf, Sentence, Source } from './terms.ts'

const Words = Type.String({ minLength: 1 })

/**
 * Names that people use and no list prints.
 * same: another name of the one listed name in `items`. ask: may mean any of `items`, a person decides.
 * none: means no listed item (`items` is empty), so that similarity never pulls it in.
 * Items are named, not numbered: a name keeps its meaning when an annex is imported anew.
 */
export const RecordedName = Type.Object(
  {
    names: Type.Array(Words, { minItems: 1 }),
    reading: oneOf(['same', 'ask', 'none']),
    items: Type.Array(Words),
    grade: Grade,
    source: Type.Optional(Source),
    reason: Type.Optional(Sentence),
    instead: Type.Optional(Type.Array(Alternative, { minItems: 1 })),
  },
  { additionalProperties: false },
)
export type RecordedName = Static<typeof RecordedName>

/** data/names/<kind>.json */
export const RecordedNamesFile = Type.Object(
  { kind: Kind, recorded: Type.Array(RecordedName) },
  { additionalProperties: false },
)
export type RecordedNamesFile = Static<typeof RecordedNamesFile>
