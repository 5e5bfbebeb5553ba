import type { LoadState } from '../catalogue/catalogue.ts'
import type { WorkLimits } from '../work/work-limits.ts'

export interface PagesOptions {
  /** How the last look at the data went. */
  readonly load: () => LoadState
  /** Where people reach this service, without a slash at the end; see PUBLIC_URL in .env.template. */
  readonly publicUrl: string | undefined
  /** What reading a table that was sent may take. */
  readonly work: WorkLimits
}
