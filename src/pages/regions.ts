import type { Snapshot } from '../catalogue/snapshot.ts'

/** Regions for choosing one: each prefecture with its counties, the wider ones first. */
export function regionChoices({ regions }: Snapshot) {
  const all = [...regions.values()].map(({ code, name }) => ({ code, name }))
  const counties = Map.groupBy(
    all.filter(({ code }) => !code.endsWith('00')),
    ({ code }) => code.slice(0, 4),
  )
  const wide = all.filter(({ code }) => code.endsWith('0000'))
  const prefectures = all.filter(({ code }) => code.endsWith('00') && !code.endsWith('0000'))
  return {
    wide,
    prefectures: prefectures.map((one) => ({ ...one, counties: counties.get(one.code.slice(0, 4)) ?? [] })),
  }
}

/** A region as people call it, from the province down: 甘肃省平凉市崆峒区. */
export function regionName({ regions }: Snapshot, code: string): string {
  const region = regions.get(code)
  if (!region) return code
  const above =
    region.parent === undefined || region.parent === '100000' ? '' : regionName({ regions } as Snapshot, region.parent)
  return `${above}${region.name}`
}
