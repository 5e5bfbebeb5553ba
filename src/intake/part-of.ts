import { type Block, textOf } from '../documents/blocks.ts'
import type { ListFile } from '../lists/list.ts'
import type { Findings } from './findings.ts'
import { notRead } from './messages/done-messages.ts'
import { noSuchPart, otherParts, severalParts } from './messages/list-messages.ts'
import { holdsList, partsNamed, partsOf } from './parts.ts'

/** The blocks of the one annex that is to be read; undefined where nobody can say which, or none is so called. */
export function partOf(
  blocks: readonly Block[],
  list: Pick<ListFile, 'kind' | 'annex'>,
  findings: Findings,
): readonly Block[] | undefined {
  const parts = partsOf(blocks, list.kind)
  const { part: named } = findings.options
  const lists = parts.filter(holdsList)
  const first = lists[0]
  const labels = [...new Set(lists.map(({ label }) => label))]
  if (named !== undefined) {
    const chosen = partsNamed(parts, named)
    if (chosen.length === 0) {
      findings.doubts.push(noSuchPart(named, labels))
      return undefined
    }
    const others = labels.filter((label) => !chosen.some((part) => part.label === label))
    if (others.length > 0) findings.notices.push(otherParts(others))
    return chosen.flatMap((part) => part.blocks)
  }
  if (!first) return blocks
  if (labels.length === 1) {
    for (const block of parts.filter(({ label }) => label !== first.label).flatMap((part) => part.blocks))
      if (block.kind === 'paragraph') findings.notices.push(notRead({ paragraph: block.no }, textOf(block)))
    return lists.flatMap((part) => part.blocks)
  }
  const own = lists.filter(({ annex }) => annex !== undefined && annex === list.annex)
  findings.doubts.push(severalParts(labels, (own[0] ?? first).label))
  return own.length > 0 ? own.flatMap((part) => part.blocks) : undefined
}
