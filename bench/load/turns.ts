import type { Turn } from '../figures.ts'

/** How long a turn takes, in seconds. */
export const turnSeconds = 1

/** Measures a server that was warmed up, once. */
export type Measure = (turn: number) => Promise<Turn>

/**
 * Has servers that run side by side take turns, every other in the opposite order: the machine is not the same from one second to the next.
 * Turns are counted on over the rounds. One ahead of them does not count: the wait before it, while others were warmed up, is the longest.
 *
 * @param round the round of the run, in which each of them takes this many turns
 */
export async function takeTurns(
  measures: readonly Measure[],
  { round, turns }: { readonly round: number; readonly turns: number },
  keep: (taken: Turn) => void,
): Promise<void> {
  for (let turn = 0; turn <= turns; turn += 1) {
    for (const measure of (round + turn) % 2 === 0 ? measures : measures.toReversed()) {
      const taken = await measure((round - 1) * turns + turn)
      if (turn > 0) keep(taken)
    }
  }
}
