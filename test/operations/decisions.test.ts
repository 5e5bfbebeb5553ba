import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { RotatingFile } from '../../src/files/rotating-file.ts'
import { Decisions } from '../../src/operations/decisions.ts'
import { Traffic } from '../../src/operations/traffic.ts'
import { logLines } from '../log-lines.ts'

function keep(t: Test, name = 'decisions') {
  const path = join(t.testdir({}), name)
  const traffic = new Traffic()
  const { logger, lines } = logLines()
  const decisions = new Decisions({ path, mostBytes: 2 ** 20, files: 50 }, traffic, logger)
  const read = (part = '') =>
    readFileSync(`${path}${part}`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { at: number; time: string })
  return { path, traffic, lines, decisions, read }
}

const filling = 'x'.repeat(1000)

t.test('each decision is a line with its time, written without being waited for', async (t) => {
  const { decisions, read, lines } = keep(t)
  await decisions.open()
  decisions.note({ at: 1 })
  decisions.note({ at: 2 })
  while (!readFileSync(join(t.testdirName, 'decisions'), 'utf8').includes('"at":2')) await wait(10)
  t.match(read(), [
    { at: 1, time: /^\d{4}-\d\d-\d\dT[\d:.]+Z$/ },
    { at: 2, time: String },
  ])
  await decisions.finish()
  t.same(lines, [])
})

t.test('the end writes what is still unwritten, over as many files as it takes', async (t) => {
  const { decisions, read } = keep(t)
  for (let at = 0; at < 3000; at += 1) decisions.note({ at, filling })
  // A line longer than a piece is one by itself.
  decisions.note({ at: 3000, filling: 'x'.repeat(100_000) })
  const end = decisions.finish()
  decisions.note({ at: 3001 })
  await end
  const all = ['.3', '.2', '.1', ''].flatMap((part) => read(part)).map(({ at }) => at)
  t.same(
    all,
    Array.from({ length: 3002 }, (_, at) => at),
  )
})

t.test('a file that cannot be written is told once, what waits is written as soon as it can be', async (t) => {
  const { path, decisions, lines, read, traffic } = keep(t, 'no-folder/decisions')
  await decisions.open()
  t.match(lines, [{ level: 40, msg: 'decisions are not written', err: { code: 'ENOENT' } }])
  const append = RotatingFile.prototype.append
  let tried = false
  RotatingFile.prototype.append = function (this: RotatingFile, bytes) {
    return append.call(this, bytes).finally(() => {
      tried = true
    })
  }
  t.teardown(() => Object.assign(RotatingFile.prototype, { append }))
  decisions.note({ at: 1 })
  while (!tried) await wait(10)
  mkdirSync(join(path, '..'))
  while (lines.length < 2) await wait(10)
  t.match(lines[1], { level: 40, msg: 'decisions are written again', lost: 0 })
  t.match(read(), [{ at: 1 }])
  t.equal(traffic.lostDecisions, 0)
  await decisions.finish()
  t.equal(lines.length, 2)
})

t.test('what finds no room while the disk takes nothing is lost and counted', async (t) => {
  const { decisions, lines, traffic } = keep(t, 'no-folder/decisions')
  const noted = 10_000
  for (let at = 0; at < noted; at += 1) decisions.note({ at, filling })
  const lost = traffic.lostDecisions
  t.ok(lost > 1000 && lost < 5000, `${lost} of ${noted}`)
  t.match(lines, [{ msg: 'decisions are not written', err: { message: 'the disk does not take them' } }])
  await decisions.finish()
  t.equal(traffic.lostDecisions, noted, 'the end loses the rest')
  t.match(lines[1], { level: 40, msg: 'decisions are lost', lines: noted })
  t.equal(lines.length, 2)
})

t.test('a disk that stands still does not keep the process from ending', async (t) => {
  const { decisions, traffic } = keep(t)
  const append = RotatingFile.prototype.append
  // A disk that stands still keeps a process alive.
  const busy = setInterval(() => {}, 1000)
  t.teardown(() => {
    clearInterval(busy)
    Object.assign(RotatingFile.prototype, { append })
  })
  RotatingFile.prototype.append = () => new Promise(() => {})
  decisions.note({ at: 1 })
  await decisions.finish()
  t.equal(traffic.lostDecisions, 1)
})
