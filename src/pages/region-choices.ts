import type { Snapshot } from '../catalogue/snapshot.ts'

/** Regions for choosing one: the whole country and each region that holds others, with those of them that hold none themselves. */
export function regionChoices({ regions }: Snapshot) {
  const within = Map.groupBy(regions.values(), ({ parent }) => parent)
  const holdsOthers = ({ code }: { readonly code: string }) => within.has(code)
  return [...regions.values()]
    .filter((one) => one.parent === undefined || holdsOthers(one))
    .map(({ code, name }) => ({ code, name, last: within.get(code)?.filter((one) => !holdsOthers(one)) ?? [] }))
}
