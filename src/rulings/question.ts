import type { Kind } from '../catalogue/files/terms.ts'

/** The district whose notice this service serves: 崆峒区. */
export const homeRegion = '620802'

/** Longest name that is read, in characters. */
export const longestName = 200

/** A question with everything its answer depends on. `region` is a known GB/T 2260 code, `on` a day YYYY-MM-DD. */
export interface Question {
  readonly kind: Kind
  readonly name: string
  readonly region: string
  readonly on: string
  /** Who is to issue the certificate, as the caller writes it. */
  readonly issuer?: string
}
