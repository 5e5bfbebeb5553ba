import type { Effect } from '../lists/terms.ts'
import type { Reading } from '../names/index/reading.ts'
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

/** Whether to stand on a list with such an effect means yes. An effect that is new has to say so. */
const saysYes: Readonly<Record<Effect, boolean>> = { prohibits: false, permits: true, own_duty: true, assists: true }

/** What an outcome follows from. */
export interface Grounds {
  /** Whether the paper is issued by a body that is no villagers' or residents' committee. */
  readonly otherIssuer: boolean
  readonly verdict: Reading['verdict']
  /** What the listed items say that the name was decided on. */
  readonly effects: readonly Effect[]
  /** Whether a default rule holds and every list it closes over is complete and in force. */
  readonly silenceSpeaks: boolean
}

/**
 * The outcome of a question. Lists in force that all say yes or all say no settle it; if they say both, a person decides.
 * Only complete lists speak by silence: the default rule of the notice (二(三), for tasks the admission rule of 二(一))
 * holds once every list it closes over is complete; until then the answer is not known.
 */
export function outcomeOf({ otherIssuer, verdict, effects, silenceSpeaks }: Grounds): Outcome {
  if (otherIssuer) return 'not_applicable'
  if (verdict === 'ask') return 'ambiguous'
  if (verdict === 'none') return silenceSpeaks ? 'not_listed' : 'undetermined'
  const prohibited = effects.some((effect) => !saysYes[effect])
  const permitted = effects.some((effect) => saysYes[effect])
  if (prohibited && permitted) return 'conflicting'
  return prohibited ? 'prohibited' : 'permitted'
}
