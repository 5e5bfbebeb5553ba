import { regionsUpFrom, type Snapshot } from '../../catalogue/snapshot.ts'
import type { Region } from '../../lists/region.ts'
import { Kind, type Language } from '../../lists/terms.ts'
import { applicable } from '../../rulings/applicable.ts'
import { remark } from '../../rulings/cite.ts'
import { type Place, replacedCode } from '../../rulings/place.ts'
import { placeName } from '../../rulings/place-name.ts'
import type { RegionDetail, RegionSummary } from '../schemas/region-schemas.ts'
import { listSummary } from './list-views.ts'

/** A region as it is found. */
export function regionSummary(snapshot: Snapshot, { code, name, parent, since }: Region): RegionSummary {
  return {
    ...{ code, name, place: placeName({ snapshot, region: code }) },
    ...(parent === undefined ? {} : { parent }),
    ...(since === undefined ? {} : { since }),
  }
}

const ids = (lists: readonly { readonly id: string }[]) => lists.map(({ id }) => id)

/** A region with what applies there on a day. */
export function regionDetail(
  snapshot: Snapshot,
  { region, replaced }: Place,
  { on, language }: { readonly on: string; readonly language: Language },
): RegionDetail {
  const [here, ...above] = regionsUpFrom(snapshot, region) as [Region, ...Region[]]
  const kinds = Kind.enum.map((kind) => ({ kind, ...ofKind(kind) }))
  return {
    ...regionSummary(snapshot, here),
    ...(replaced ? { replacedRegion: replacedCode(snapshot, replaced, region) } : {}),
    up: above.map(({ code, name }) => ({ code, name })),
    children: [...snapshot.regions.values()].filter(({ parent }) => parent === region).length,
    former: [...snapshot.replacedRegions.values()]
      .filter(({ to }) => to.includes(region))
      .map(({ to: _, ...one }) => one),
    on,
    lists: kinds.flatMap(({ lists }) => lists.map(listSummary)),
    silence: kinds.map(({ silence }) => silence),
    dataset: { version: snapshot.version },
  }

  function ofKind(kind: Kind) {
    const { lists, silenceSpeaks, defaultRule, closing, missing } = applicable(snapshot, { kind, region, on }, language)
    const rule = defaultRule ? remark(snapshot.documents, defaultRule, language, { on }) : null
    return { lists, silence: { kind, speaks: silenceSpeaks, rule, lists: ids(closing), missing: ids(missing) } }
  }
}
