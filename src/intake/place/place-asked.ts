import { Refusal } from '../../documents/message.ts'
import type { Region, ReplacedRegion } from '../../lists/region.ts'
import { replacedPlace, unknownPlace } from '../messages/place-messages.ts'

/** The divisions that a place can be looked up in. */
export interface Divisions {
  readonly regions: readonly Region[]
  readonly replaced?: readonly ReplacedRegion[] | undefined
}

/** The place itself and those above it, nearest first. @throws Refusal where the code is none in force. */
export function placeWithAbove({ regions, replaced = [] }: Divisions, code: string): [Region, ...Region[]] {
  const known = new Map(regions.map((region) => [region.code, region]))
  const here = known.get(code)
  const former = replaced.find((one) => one.code === code)
  if (!here) throw new Refusal(former ? replacedPlace(code, former.name, former.to) : unknownPlace(code))
  const chain: [Region, ...Region[]] = [here]
  for (let next = here.parent; next !== undefined; ) {
    const above: Region | undefined = known.get(next)
    if (above) chain.push(above)
    next = above?.parent
  }
  return chain
}
