/** Row and column of a cell, from 1. */
export interface Spot {
  readonly row: number
  readonly column: number
}

/** B3 → row 3, column 2; undefined where the reference is no cell. */
export function spot(reference: string): Spot | undefined {
  const parts = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference)
  if (!parts) return undefined
  const column = [...(parts[1] as string)].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { row: Number(parts[2]), column }
}

/** 2 → B, 28 → AB. */
export function letters(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  return `${rest > 0 ? letters(rest) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`
}
