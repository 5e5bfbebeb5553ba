import { heading } from '../table/heading.ts'

/** How a paragraph is numbered, from the outermost: 一、 （一） 1. （1） ①. */
export type Level = 1 | 2 | 3 | 4 | 5

/** A numbered paragraph taken apart. */
export interface Numbered {
  readonly level: Level
  readonly number: string
  readonly words: string
}

const DIGITS: readonly (readonly [Level, RegExp])[] = [
  [3, /^(?:第)?([\d０-９]{1,4})(?:[.．、)）]|条[、：:]?)(?!\d)\s*(.+)$/s],
  [4, /^[（(]([\d０-９]{1,4})[)）][、.]?\s*(.+)$/s],
  [5, /^([\u2460-\u2473])\s*(.+)$/s],
]

/** Takes a numbered paragraph apart; undefined where it has no number of these kinds. */
export function numbered(text: string): Numbered | undefined {
  const chinese = heading(text)
  if (chinese) {
    const number = text.replace(/^[第（(]/, '').replace(/[^一二三四五六七八九十百].*$/s, '')
    return {
      level: chinese.level,
      number,
      words: text.replace(/^第?[（(]?[一二三四五六七八九十百]+([)）]|部分|类|章|节)?[、.．：:]?\s*/, ''),
    }
  }
  for (const [level, pattern] of DIGITS) {
    const parts = pattern.exec(text)
    if (parts?.[1] && parts[2]) return { level, number: parts[1], words: parts[2] }
  }
  return undefined
}

/**
 * Which level holds the items: digits where there are any, else （一） under 一、, else 一、 itself.
 * What is numbered more finely than that details an item.
 */
export function itemLevel(levels: readonly Level[]): Level | undefined {
  const has = new Set(levels)
  return has.has(3) ? 3 : has.has(4) ? 4 : has.has(5) ? 5 : has.has(2) ? 2 : has.has(1) ? 1 : undefined
}
