import { regionChain, type Snapshot } from '../catalogue/snapshot.ts'
import { holdsAt } from '../lists/bases.ts'
import type { Rule } from '../lists/rule.ts'
import type { Question } from './question.ts'

type Common = Pick<Question, 'kind' | 'region' | 'on' | 'body'>

/** The rules of a purpose that hold for a question at its place, on its day and for whom it is asked of, nearest region first. */
function rulesFor(snapshot: Snapshot, common: Common, purpose: Rule['purpose']): Rule[] {
  return regionChain(snapshot, common.region)
    .flatMap((code) => snapshot.rulesByRegion.get(code) ?? [])
    .filter((rule) => rule.kind === common.kind && rule.purpose === purpose)
    .filter((rule) => holdsAt(snapshot.documents, rule, common))
}

/** The rule of a purpose that settles: the one of the nearest region. */
export function ruleFor(
  snapshot: Snapshot,
  common: Common,
  purpose: Exclude<Rule['purpose'], 'statute'>,
): Rule | undefined {
  return rulesFor(snapshot, common, purpose)[0]
}

/** What law says, of the place and of all above it. */
export const statutesFor = (snapshot: Snapshot, common: Common): Rule[] => rulesFor(snapshot, common, 'statute')
