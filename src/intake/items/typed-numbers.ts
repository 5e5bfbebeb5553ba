import type { Entry, Value } from '../entry.ts'

const TYPED = /^[（(]?([\d０-９]{1,4})[.．、)）]\s*(?=\D)/

/**
 * A list without 序号 may have its numbers typed before the names: 1.居住证明. Where every name begins with one it is the number,
 * and no part of the name.
 */
export function takeTypedNumbers(entries: readonly Entry[]): void {
  const names = entries.map((entry) => (entry.values.get('name') as Value[])[0] as Value)
  if (!entries.every((entry, at) => !entry.values.has('no') && TYPED.test((names[at] as Value).text))) return
  for (const [at, { values }] of entries.entries()) {
    const name = names[at] as Value
    const number = name.text.replace(/^[（(]/, '').replace(/[^\d０-９].*$/s, '')
    const lines = name.lines.map((line, first) => (first === 0 ? { text: line.text.replace(TYPED, '') } : line))
    values.set('no', [{ ...name, text: number, lines: [{ text: number }] }])
    values.set('name', [{ ...name, text: name.text.replace(TYPED, ''), lines }])
  }
}
