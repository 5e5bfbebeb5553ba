import type { Region } from '../../lists/region.ts'

const PLACE = /^(?:中共)?(?:关于)?([\p{Script=Han}]{2,9}?(?:省|自治区|自治州|市|盟|县|区|旗))/u
/** 全市, 社区 and the like are no names. */
const NO_PLACE = /^(全|我|本|各|该|市|县|区)|(社|小|辖|园|地|片|城|街)区$|证明|清单|事项|群众|组织/

/**
 * The place that a title or an issuer names instead of the one it is imported for. A title that has the name of the place itself is
 * of it, whatever stands before; what names nobody says nothing. Of those above, an issuer may speak for the place, a title may not.
 */
export function foreignPlace(
  text: string,
  [here, ...above]: readonly [Region, ...Region[]],
  of: 'title' | 'issuer',
): string | undefined {
  const words = text.normalize('NFKC').replace(/[\s《》「」“”"]/g, '')
  if (words.includes(here.name)) return undefined
  const place = PLACE.exec(words)?.[1]
  if (place === undefined || NO_PLACE.test(place)) return undefined
  return of === 'issuer' && above.some(({ name }) => words.startsWith(name)) ? undefined : place
}
