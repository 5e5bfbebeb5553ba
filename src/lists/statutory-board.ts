import { type Static, Type } from 'typebox'
import { Bases, Body, Day, Grade, RegionCode, Sentence, Slug, Source } from './terms.ts'

const Words = Type.String({ minLength: 1 })

/**
 * A board (or the body whose board it is) that a law asks for, whatever a list of boards says:
 * it is not to come down merely because annex 7 does not name it.
 */
export const StatutoryBoard = Type.Object(
  {
    id: Slug,
    name: Words,
    /** Other ways in which the same board is written; a board whose name holds one of them is taken for this one. */
    alsoKnownAs: Type.Optional(Type.Array(Words, { minItems: 1 })),
    region: RegionCode,
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    text: Sentence,
    grade: Grade,
    source: Type.Optional(Source),
    /** Instead of a source: the versions of law that ask for it, each with its own article. */
    bases: Type.Optional(Bases),
    body: Type.Optional(Body),
  },
  { additionalProperties: false },
)
export type StatutoryBoard = Static<typeof StatutoryBoard>

/** data/statutory-boards.json */
export const StatutoryBoardsFile = Type.Array(StatutoryBoard)
