import { type TSchema, Type } from 'typebox'
import { count } from '../../lists/terms.ts'
import type { DatasetReference } from '../../rulings/answer.ts'
import { Limit, longestPage, Offset } from './parameters.ts'

/** Query parameters of every paged resource. */
export const paging = { limit: Type.Optional(Limit), offset: Type.Optional(Offset) }

/** One page of something, with the total and the version it was cut from. */
export const pageOf = <Entry extends TSchema>(entry: Entry, description: string) =>
  Type.Object(
    {
      total: Type.Integer({ ...count, description: '符合条件的总条数' }),
      limit: Limit,
      offset: Offset,
      items: Type.Array(entry, { maxItems: longestPage }),
      dataset: Type.Ref('DatasetReference#') as unknown as typeof DatasetReference,
    },
    { additionalProperties: false, description },
  )

/** Cuts one page out of everything that was found; only what is on the page is rendered. */
export function cutPage<Found, Entry>(
  found: readonly Found[],
  { limit = 50, offset = 0 }: { limit?: number; offset?: number },
  version: string,
  render: (one: Found) => Entry,
) {
  return {
    total: found.length,
    limit,
    offset,
    items: found.slice(offset, offset + limit).map(render),
    dataset: { version },
  }
}
