import { regionsUpFrom } from '../catalogue/snapshot.ts'
import type { Setting } from './judge.ts'

/** The region with all above it but the whole country: 甘肃省平凉市崆峒区; its code where the data do not hold it. */
export function placeName({ snapshot, region }: Pick<Setting, 'snapshot' | 'region'>): string {
  const names = regionsUpFrom(snapshot, region)
  const within = names.filter((one) => one.parent !== undefined)
  const name = (within.length > 0 ? within : names)
    .map((one) => one.name)
    .reverse()
    .join('')
  return name || region
}
