import type { Entry } from '../entry.ts'

const TYPED = /^[（(]?([\d０-９]{1,4})[.．、)）]\s*(?=\D)/

/**
 * A list without 序号 may have its numbers typed before the names: 1.居住证明. Where every name begins with one it is the number,
 * and no part of the name.
 */
export function takeTypedNumbers(entries: readonly Entry[]): void {
  const first = (entry: Entry) => entry.values.get('name')?.[0]
  if (!entries.every((entry) => !entry.values.has('no') && TYPED.test(first(entry)?.text ?? ''))) return
  for (const entry of entries) {
    const [value, ...others] = entry.values.get('name') ?? []
    const [line, ...lines] = value?.lines ?? []
    if (!value || !line) continue
    const number = TYPED.exec(line.text)?.[1] ?? ''
    entry.values.set('no', [{ ...value, text: number, lines: [{ text: number }] }])
    const rest = [{ ...line, text: line.text.replace(TYPED, '') }, ...lines]
    entry.values.set('name', [{ ...value, text: rest.map(({ text }) => text).join('\n'), lines: rest }, ...others])
  }
}
