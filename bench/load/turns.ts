import type { Measurement } from '../figures/results.ts'
import type { Measure } from './measure.ts'

/** How long a turn takes, in seconds. */
const turnSeconds = 1

/**
 * Has servers that run side by side take turns, every other in the opposite order: the machine is not the same from one second to the next.
 * Each turn counts as a round of the figures, but for one ahead of them: the wait before it, while others were warmed up, is the longest.
 *
 * @param round the round of the run, in which each of them takes this many turns
 */
export async function takeTurns(
  measures: readonly Measure[],
  { round, turns }: { readonly round: number; readonly turns: number },
  keep: (taken: Measurement) => void,
): Promise<void> {
  for (let turn = 0; turn <= turns; turn += 1) {
    for (const measure of (round + turn) % 2 === 0 ? measures : measures.toReversed()) {
      const taken = await measure((round - 1) * turns + turn, turnSeconds)
      if (turn > 0) keep(taken)
    }
  }
}
