import type { Measurement } from '../figures/results.ts'
import type { Measure } from './measure.ts'

/** How long a turn takes, in seconds. */
const turnSeconds = 1

/**
 * Has servers that run side by side take turns, every other in the opposite order: the machine is not the same from one second to the next.
 * Each turn counts as a round of the figures.
 *
 * @param round the round of the run, in which each of them takes this many turns
 */
export async function takeTurns(
  measures: readonly Measure[],
  { round, turns }: { readonly round: number; readonly turns: number },
  keep: (taken: Measurement) => void,
): Promise<void> {
  for (let turn = 1; turn <= turns; turn += 1) {
    for (const measure of turn % 2 === 1 ? measures : measures.toReversed())
      keep(await measure((round - 1) * turns + turn, turnSeconds))
  }
}
