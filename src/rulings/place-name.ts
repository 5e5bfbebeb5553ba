import { regionsUpFrom, type Snapshot } from '../catalogue/snapshot.ts'

/** The region with all above it but the whole country: 湖北省宜昌市夷陵区; its code where the data do not hold it. */
export function placeName({ snapshot, region }: { readonly snapshot: Snapshot; readonly region: string }): string {
  const names = regionsUpFrom(snapshot, region)
  const within = names.filter((one) => one.parent !== undefined)
  const name = (within.length > 0 ? within : names)
    .map((one) => one.name)
    .reverse()
    .join('')
  return name || region
}
