import type { Place } from '../../documents/place-in-file.ts'
import { fromChinese } from '../../documents/word/number-words.ts'
import type { Entry } from '../entry.ts'
import type { Findings } from '../findings.ts'
import { countDiffers } from '../messages/list-messages.ts'

/** A number of items that the document prints, and where: 共5项 in a title, （3项） behind a heading, 合计. */
export interface Claim {
  readonly place: Place
  readonly text: string
  readonly count: number
  /** How many entries stood before it: a heading counts those that follow, a total those that went before. */
  readonly at: number
  readonly of: 'list' | 'group' | 'batch' | 'before'
  /** The headings, or the batch, that are counted. */
  readonly group?: readonly string[]
  readonly batch?: string
}

const NUMBER = '([\\d０-９]{1,5}|[一二三四五六七八九十百]{1,6})'
const UNIT = '[项个条类种块]'
const TOTAL = new RegExp(`(?:共计|合计|总计|共有|共|计)[:：]?\\s*${NUMBER}\\s*${UNIT}`)
const BRACKET = new RegExp(`[（(]\\s*${NUMBER}\\s*${UNIT}\\s*[)）]\\s*$`)

const numberOf = (words: string) => (/^[\d０-９]+$/.test(words) ? Number(words.normalize('NFKC')) : fromChinese(words))

/** The number of items that a title, heading or total states. */
export function countIn(text: string): number | undefined {
  const words = (TOTAL.exec(text) ?? BRACKET.exec(text))?.[1]
  return words === undefined ? undefined : numberOf(words)
}

/** The entries that a claim may mean. */
function counted({ of, at, group = [], batch }: Claim, entries: readonly Entry[]): Entry[][] {
  if (of === 'list') return [[...entries]]
  if (of === 'batch') return [entries.filter((entry) => entry.batch === batch)]
  if (of === 'group') {
    const below = entries.slice(at)
    const end = below.findIndex((entry) => !group.every((words, level) => entry.group[level] === words))
    return [end < 0 ? below : below.slice(0, end)]
  }
  const before = entries.slice(0, at)
  const last = before.at(-1)
  const table = before.filter((entry) => entry.place.table === last?.place.table)
  return [table, before.filter((entry) => entry.run === last?.run), before]
}

/** Compares what the bureau counted with what was read. A total may be of its table or of all so far; several names in a cell may count as one. */
export function checkCounts(
  claims: readonly Claim[],
  entries: readonly Entry[],
  weights: ReadonlyMap<Entry, number>,
  findings: Findings,
): void {
  for (const claim of claims) {
    const { place, text, count } = claim
    const may = counted(claim, entries)
    const names = (of: readonly Entry[]) => of.reduce((sum, entry) => sum + (weights.get(entry) as number), 0)
    if (may.some((of) => of.length === count || names(of) === count)) continue
    findings.doubtUnlessKept(place, countDiffers(place, text, count, (may[0] as Entry[]).length))
  }
}
