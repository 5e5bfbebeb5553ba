import t from 'tap'
import { Progress, progressLine } from '../../src/cli/progress.ts'
import { redrawing } from '../../src/cli/terminal.ts'

t.test('a bar shows the share, the rate and the time left where the total is known', async (t) => {
  t.equal(progressLine(50, 100, 10, 'zh'), '████████████░░░░░░░░░░░░ 50%  50 行，每秒 5 行，剩余 0:10')
  t.equal(progressLine(50, 100, 10, 'en'), '████████████░░░░░░░░░░░░ 50%  50 rows, 5 a second, left 0:10')
  t.equal(progressLine(0, 100, 0, 'zh'), '░░░░░░░░░░░░░░░░░░░░░░░░ 0%  0 行，每秒 0 行，剩余 --:--')
  t.equal(progressLine(50, undefined, 10, 'zh'), '50 行，每秒 5 行')
  t.equal(progressLine(50, 40, 10, 'en'), '50 rows, 5 a second', 'a total that is wrong is not believed')
  t.match(progressLine(0, 0, 1, 'zh'), '100%')
})

for (const [watched, step] of [
  [true, 100],
  [false, 5000],
] as const) {
  t.test(
    `${watched ? 'on a terminal the line is drawn again and cleared' : 'elsewhere a line is written now and then'}`,
    async (t) => {
      const drawn: string[] = []
      const lines: string[] = []
      let now = 0
      const terminal = {
        language: 'zh' as const,
        environment: {},
        args: [],
        out: () => {},
        error: (text: string) => lines.push(text),
      }
      const progress = new Progress(
        watched ? { ...terminal, redraw: (text) => drawn.push(text) } : terminal,
        10,
        () => now,
      )
      for (let at = 0; at < 4; at += 1) {
        progress.add(1)
        now += step / 2
      }
      progress.end()
      t.equal(watched ? drawn.length : lines.length, watched ? 2 : 1)
      t.match(watched ? drawn[0] : lines[0], '30%')
      t.equal(watched ? drawn.at(-1) : '', '')
    },
  )
}

t.test('a progress asks the clock of the machine unless told otherwise', async (t) => {
  t.doesNotThrow(() =>
    new Progress({ language: 'zh', environment: {}, args: [], out() {}, error() {} }, undefined).add(1),
  )
})

t.test('a terminal has its line erased before the next is written; a file is never written over', async (t) => {
  const written: string[] = []
  const write = (text: string | Uint8Array) => written.push(String(text)) > 0
  redrawing({ isTTY: true, write }).redraw?.('50%')
  t.strictSame(written, ['\r\u001b[2K50%'])
  t.strictSame(redrawing({ write }), {})
})
