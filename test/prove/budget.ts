import { seedOf } from './seed.ts'

const { PROVE, PROVE_SEED } = process.env

/** Whether `npm run prove` runs the proofs, with a large budget; `npm test` runs the same proofs with a small one. */
const large = PROVE === 'large'

/** How much a proof tries: little in `npm test`, much in `npm run prove`. */
export function budget<T>(little: T, much: T): T {
  return large ? much : little
}

/**
 * What all chance in a proof starts from. `npm test` always takes the same, so that it is deterministic; `npm run prove` gives another
 * each time. PROVE_SEED repeats a run: every proof prints its seed.
 */
export const seed = seedOf(PROVE_SEED ?? '20230831')
