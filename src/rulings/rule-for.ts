import { holdsOn, regionChain, type Snapshot } from '../catalogue/snapshot.ts'
import type { Rule } from '../lists/rule.ts'
import type { Question } from './question.ts'

/** The rule of a purpose that holds for a question at its place and on its day: the one of the nearest region. */
export function ruleFor(
  snapshot: Snapshot,
  { kind, region, on }: Pick<Question, 'kind' | 'region' | 'on'>,
  purpose: Rule['purpose'],
): Rule | undefined {
  return regionChain(snapshot, region)
    .flatMap((code) => snapshot.rulesByRegion.get(code) ?? [])
    .find((rule) => rule.kind === kind && rule.purpose === purpose && holdsOn(rule, on))
}
