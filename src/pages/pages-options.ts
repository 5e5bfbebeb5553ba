import type { LoadState } from '../catalogue/catalogue.ts'

export interface PagesOptions {
  /** How the last look at the data went. */
  readonly load: () => LoadState
  /** Where people reach this service, without a slash at the end; see PUBLIC_URL in .env.template. */
  readonly publicUrl: string | undefined
}
