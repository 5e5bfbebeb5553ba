import { type Static, Type } from 'typebox'
import { Bases, Body, Day, Grade, Kind, Outcome, oneOf, RegionCode, Sentence, Slug, Source } from './terms.ts'

/**
 * A clause that settles what no item settles, or that law puts above all of them.
 * default: what holds for a name that stands on none of `lists`, once all of them are complete.
 * precedence: how to weigh lists of `lists` that contradict each other.
 * statute: what law itself says of what may be asked of a village; cited beside answers with one of `outcomes`, settles none.
 */
export const Rule = Type.Object(
  {
    id: Slug,
    kind: Kind,
    purpose: oneOf(['default', 'precedence', 'statute']),
    region: RegionCode,
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    lists: Type.Array(Slug, { minItems: 1 }),
    outcomes: Type.Optional(Type.Array(Outcome, { minItems: 1 })),
    text: Sentence,
    grade: Grade,
    source: Type.Optional(Source),
    /** Instead of a source: the versions of law that say it, each with its own article. */
    bases: Type.Optional(Bases),
    body: Type.Optional(Body),
  },
  { additionalProperties: false },
)
export type Rule = Static<typeof Rule>

/** data/rules.json */
export const RulesFile = Type.Array(Rule)
