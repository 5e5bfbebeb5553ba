import stringWidth from 'string-width'
import { type Item, ListFile } from '../../lists/list.ts'

const WIDTH = 120

const isLeaf = (value: unknown): boolean => typeof value !== 'object' || value === null

function inline(value: unknown): string | undefined {
  if (isLeaf(value)) return JSON.stringify(value)
  if (Array.isArray(value)) {
    const parts = value.map(inline)
    return parts.includes(undefined) ? undefined : `[${parts.join(', ')}]`
  }
  const pairs = Object.entries(value as object)
  return pairs.every(([, one]) => isLeaf(one)) && pairs.length <= 2
    ? `{ ${pairs.map(([key, one]) => `${JSON.stringify(key)}: ${JSON.stringify(one)}`).join(', ')} }`
    : undefined
}

/** Lays JSON out as the repository's formatter does, so that an import changes no line but those it means to. */
function layOut(value: unknown, indent: string, before: number): string {
  const short = inline(value)
  if (short !== undefined && (isLeaf(value) || before + stringWidth(short) + 1 <= WIDTH)) return short
  const deeper = `${indent}  `
  if (Array.isArray(value))
    return `[\n${value.map((one) => `${deeper}${layOut(one, deeper, deeper.length)}`).join(',\n')}\n${indent}]`
  const pairs = Object.entries(value as object).map(([key, one]) => {
    const head = `${deeper}${JSON.stringify(key)}: `
    return head + layOut(one, deeper, stringWidth(head))
  })
  return `{\n${pairs.join(',\n')}\n${indent}}`
}

/** Keys in the order of the schema. */
function inOrder<T extends object>(value: T, order: readonly string[]): T {
  const rank = (key: string) => order.indexOf(key)
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => rank(a) - rank(b))) as T
}

const LIST_KEYS = Object.keys(ListFile.properties)
const ITEM_KEYS = Object.keys(ListFile.properties.items.items.properties)

/** The text of a list file. */
export function listText(list: ListFile): string {
  const items = list.items.map((item): Item => inOrder(item, ITEM_KEYS))
  return `${layOut(inOrder({ ...list, items }, LIST_KEYS), '', 0)}\n`
}

/** The text of an entry of a file beside lists/: as an element of the array that the file is. */
export const entryText = (entry: object): string => `  ${layOut(entry, '  ', WIDTH)}`
