import type { Effect } from '../lists/terms.ts'
import type { Reading } from '../names/index/reading.ts'
import type { IssuerReading } from '../names/issuers/read-issuer.ts'
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
  /** What the paper is says that another body issues it: 结婚证, 公证书. */
  readonly elsewhere: boolean
  /** Who is named as the issuer. */
  readonly issuer: IssuerReading | undefined
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
export function outcomeOf({ elsewhere, issuer, verdict, effects, silenceSpeaks }: Grounds): Outcome {
  if (elsewhere || issuer === 'other') return 'not_applicable'
  // Who is not understood is not asserted to be a village, nor to be somebody else.
  if (verdict === 'ask' || issuer === 'unclear') return 'ambiguous'
  // Silence speaks only about a name that was read.
  if (verdict === 'unread') return silenceSpeaks ? 'ambiguous' : 'undetermined'
  if (verdict === 'none') return silenceSpeaks ? 'not_listed' : 'undetermined'
  const prohibited = effects.some((effect) => !saysYes[effect])
  const permitted = effects.some((effect) => saysYes[effect])
  if (prohibited && permitted) return 'conflicting'
  return prohibited ? 'prohibited' : 'permitted'
}
