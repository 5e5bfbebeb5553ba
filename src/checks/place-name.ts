import { regionsUpFrom } from '../catalogue/snapshot.ts'
import type { Setting } from './judge.ts'

/** The region with all above it but the whole country: 甘肃省平凉市崆峒区. */
export function placeName({ snapshot, region }: Pick<Setting, 'snapshot' | 'region'>): string {
  const names = regionsUpFrom(snapshot, region)
  const within = names.filter((one) => one.parent !== undefined)
  return (within.length > 0 ? within : names)
    .map((one) => one.name)
    .reverse()
    .join('')
}
