import t from 'tap'
import { readingProgress } from '../../src/cli/reading-progress.ts'
import type { Terminal } from '../../src/cli/terminal.ts'

function watched() {
  const drawn: string[] = []
  const terminal: Terminal = {
    language: 'zh',
    environment: {},
    args: [],
    out: () => {},
    error: () => {},
    redraw: (text) => drawn.push(text),
  }
  return { drawn, watch: readingProgress(terminal) }
}

t.test('while a large part is read a bar is drawn, which is gone when the part is read', async (t) => {
  const { drawn, watch } = watched()
  for (const part of [2_000_000, 3_000_000]) {
    watch(1_000_000, part)
    await new Promise((resolve) => setTimeout(resolve, 150))
    watch(1_500_000, part)
    t.match(drawn.at(-1), /█.*% {2}1500 KB，每秒 \d+ KB，剩余/)
    watch(part, part)
    t.equal(drawn.at(-1), '')
  }
})

t.test('a small part draws nothing', async (t) => {
  const { drawn, watch } = watched()
  watch(10, 999_999)
  watch(999_999, 999_999)
  t.same(drawn, [])
})
