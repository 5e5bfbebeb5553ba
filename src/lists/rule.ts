import { type Static, Type } from 'typebox'
import { Day, Grade, Kind, oneOf, RegionCode, Sentence, Slug, Source } from './terms.ts'

/**
 * A clause that settles what no item settles.
 * default: what holds for a name that stands on none of `lists`, once all of them are complete.
 * precedence: how to weigh lists of `lists` that contradict each other.
 */
export const Rule = Type.Object(
  {
    id: Slug,
    kind: Kind,
    purpose: oneOf(['default', 'precedence']),
    region: RegionCode,
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    lists: Type.Array(Slug, { minItems: 1 }),
    text: Sentence,
    grade: Grade,
    source: Source,
  },
  { additionalProperties: false },
)
export type Rule = Static<typeof Rule>

/** data/rules.json */
export const RulesFile = Type.Array(Rule)
