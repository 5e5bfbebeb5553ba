import type { Snapshot } from '../catalogue/snapshot.ts'
import { ConfigError } from '../config/config-values.ts'
import { placeAsked } from '../rulings/place.ts'

/**
 * Looks whether the place of a question that names none is in the data: else each of them would be refused, and the pages with them.
 * @throws ConfigError that says what to set.
 */
export function checkHome(
  snapshot: Snapshot,
  { homeRegion, dataDir }: { readonly homeRegion: string; readonly dataDir: string },
): void {
  const place = placeAsked(snapshot, homeRegion)
  if (!('refused' in place)) return
  const why = snapshot.replacedRegions.has(homeRegion)
    ? place.refused.en
    : `region ${homeRegion} is not in the data of ${dataDir}`
  throw new ConfigError(
    `HOME_REGION is where questions that name no place are asked, and ${why}. Set it to a six-digit code that is`,
  )
}
