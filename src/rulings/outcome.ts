import type { Completeness, Effect } from '../catalogue/files/terms.ts'
import type { Reading } from '../names/reading.ts'
import type { Outcome } from './answer.ts'

/** What a program may conclude. null: ask a person. */
export const allowed: Readonly<Record<Outcome, boolean | null>> = {
  prohibited: false,
  permitted: true,
  conflicting: null,
  ambiguous: null,
  not_listed: false,
  undetermined: null,
  not_applicable: null,
}

/** Lists in force that all say yes or all say no settle it; if they say both, a person decides. */
export function outcomeOf(effects: readonly Effect[]): Extract<Outcome, 'prohibited' | 'permitted' | 'conflicting'> {
  const prohibited = effects.includes('prohibits')
  const permitted = effects.some((effect) => effect !== 'prohibits')
  if (prohibited && permitted) return 'conflicting'
  return prohibited ? 'prohibited' : 'permitted'
}

/**
 * What silence means. Only complete lists speak by silence: the default rule of the notice (二(三), for tasks the admission
 * rule of 二(一)) holds once every list it closes over is complete; until then the answer is not known.
 */
export function outcomeOfSilence(
  reading: Exclude<Reading, { verdict: 'decided' }>,
  closing: readonly Completeness[] | undefined,
): Extract<Outcome, 'ambiguous' | 'not_listed' | 'undetermined'> {
  if (reading.verdict === 'ask') return 'ambiguous'
  return closing?.every((completeness) => completeness === 'complete') ? 'not_listed' : 'undetermined'
}
