import type { Snapshot } from '../catalogue/snapshot.ts'
import type { Region } from '../lists/region.ts'
import { key } from '../names/normalise/plain.ts'
import { simplified } from '../names/normalise/script.ts'
import { placeName } from './place-name.ts'

/** A region with what it is searched by. */
interface Searched {
  readonly region: Region
  readonly name: string
  readonly place: string
  /** Names and codes of which it took the place alone. */
  readonly former: ReadonlySet<string>
}

const kept = new WeakMap<Snapshot, readonly Searched[]>()

/** Worked out when somebody first searches: most replicas are never asked. */
function searched(snapshot: Snapshot): readonly Searched[] {
  let all = kept.get(snapshot)
  if (!all) {
    const successors = [...snapshot.replacedRegions.values()].filter(({ to }) => to.length === 1)
    const former = Map.groupBy(successors, ({ to }) => to[0])
    all = [...snapshot.regions.values()].map((region) => ({
      region,
      name: key(region.name),
      place: key(placeName({ snapshot, region: region.code })),
      former: new Set(former.get(region.code)?.flatMap(({ code, name }) => [code, key(name)])),
    }))
    kept.set(snapshot, all)
  }
  return all
}

/** How well a region fits what was typed, the best first; undefined where it does not. */
function fit({ region, name, place, former }: Searched, wanted: string): number | undefined {
  const fits = [
    region.code === wanted || name === wanted || place === wanted,
    name.startsWith(wanted) || region.code.startsWith(wanted),
    former.has(wanted),
    name.includes(wanted),
    place.includes(wanted),
    inOrder(wanted, place),
  ]
  const first = fits.indexOf(true)
  return first < 0 ? undefined : first
}

/** Whether all characters come in this order: 宜昌夷陵 in 湖北省宜昌市夷陵区. */
function inOrder(wanted: string, text: string): boolean {
  let at = 0
  for (const character of wanted) {
    at = text.indexOf(character, at) + 1
    if (at === 0) return false
  }
  return true
}

/** The regions that fit a name or a code, as groups: those that fit best first, each in the order of codes. */
export function findRegions(snapshot: Snapshot, typed: string): readonly (readonly Region[])[] {
  const wanted = simplified(key(typed))
  if (wanted === '') return []
  const found = searched(snapshot).map((one) => ({ region: one.region, fit: fit(one, wanted) }))
  return [0, 1, 2, 3, 4, 5]
    .map((rank) => found.filter((one) => one.fit === rank).map(({ region }) => region))
    .filter((group) => group.length > 0)
}
