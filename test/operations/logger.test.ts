import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import t from 'tap'
import type { LogLine } from '../log-lines.ts'

const module = join(import.meta.dirname, '../../src/operations/logger.ts')

/** The arguments with which Node runs a program that has a logger of a level; some has to be done before it has. */
const withLogger = (level: string, program: string, before = '') => [
  '--input-type=module',
  '--eval',
  `${before}
  const { logger, finish } = (await import(${JSON.stringify(module)})).createLogger('${level}')
  ${program}`,
]

/** Starts such a program with its log in a pipe. */
const start = (args: readonly string[]) => spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })

const linesOf = (log: string) =>
  log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LogLine & { at?: number; lines?: number })

/** Has a program know, in `refused`, when the system told its log that the reader is gone. */
const watchRefusal = `
  import fs from 'node:fs'
  const { write } = fs
  const refused = new Promise((resolve) => {
    fs.write = (...given) => {
      const done = given.pop()
      write(...given, (error, ...rest) => {
        done(error, ...rest)
        if (error?.code === 'EPIPE') resolve()
      })
    }
  })
`

t.test('a reader that stands still costs lines and not memory, and is told how many', async (t) => {
  const written = 20_000
  const program = `
    for (let at = 0; at < ${written}; at += 1) logger.info({ at, filling: 'x'.repeat(1000) }, 'line')
    await finish()
    logger.info({ at: ${written} }, 'line')
    await finish()
  `
  const child = start(withLogger('info', program))
  const exit = once(child, 'exit')
  const lines = linesOf(await text(child.stdout))
  t.strictSame(await exit, [0, null])
  const gap = lines.findIndex(({ at }) => at === undefined)
  const [told] = lines.splice(gap, 1)
  t.match(told, { level: 40, msg: 'lines of this log are lost: nobody took them' })
  const lost = Number(told?.lines)
  t.equal(lines.length + lost, written + 1, 'each is there or counted')
  t.ok(gap > 5000 && gap < 10_000, `${gap} waited`)
  t.ok(
    lines.every(({ at }, index) => at === (index < gap ? index : index + lost)),
    'they are whole and in order, and the loss is told where it lies',
  )
  t.equal(lines.at(-1)?.at, written, 'what was logged later is there')
})

t.test('the loss is told also where only errors are logged', async (t) => {
  const program = `
    for (let at = 0; at < 10_000; at += 1) logger.error({ filling: 'x'.repeat(1000) }, 'line')
    await finish()
    process.exit(1)
  `
  const child = start(withLogger('error', program))
  const exit = once(child, 'exit')
  t.match(linesOf(await text(child.stdout)).at(-1), { msg: 'lines of this log are lost: nobody took them' })
  t.strictSame(await exit, [1, null])
})

t.test(
  'the line that says why a process dies is there, and a failure while it ends takes nothing from it',
  async (t) => {
    const program = `
    for (let at = 0; at < 1000; at += 1) logger.error({ filling: 'x'.repeat(1000) }, 'line')
    logger.fatal({ reason: 'x'.repeat(20_000) }, 'unforeseen failure')
    const end = finish()
    logger.fatal('another while it ends')
    await Promise.all([end, finish()])
    process.exit(1)
  `
    const child = start(withLogger('error', program))
    const exit = once(child, 'exit')
    const said = linesOf(await text(child.stdout)).map(({ msg }) => msg)
    t.strictSame(said.slice(1000), ['unforeseen failure', 'another while it ends'])
    t.strictSame(await exit, [1, null])
  },
)

t.test('a reader that is gone costs the log and not the process', async (t) => {
  const program = `
    for await (const _ of process.stdin) {
      logger.info('refused')
      logger.flush()
      await refused
      for (let at = 0; at < 20_000; at += 1) logger.info({ filling: 'x'.repeat(1000) }, 'for nobody')
      process.stderr.write('alive')
    }
    await finish()
    process.exit(7)
  `
  const child = spawn(process.execPath, withLogger('info', program, watchRefusal))
  const exit = once(child, 'exit')
  child.stdout.destroy()
  child.stdin.write('go on')
  t.equal(String((await once(child.stderr, 'data'))[0]), 'alive')
  child.stdin.end()
  t.strictSame(await exit, [7, null])
})

t.test('a reader that stands still is not waited for without end', async (t) => {
  const program = `
    for (let at = 0; at < 2000; at += 1) logger.info({ filling: 'x'.repeat(1000) }, 'line')
    await finish()
    process.exit(7)
  `
  const child = start(withLogger('info', program))
  t.strictSame(await once(child, 'exit'), [7, null])
})

t.test('a reader that is gone is not waited for at the end', async (t) => {
  // No time passes: the end can only come of what the system says.
  const program = `
    process.stdin.once('data', async () => {
      logger.info('the first is refused')
      logger.flush()
      await refused
      logger.info('the second as well')
      await finish()
      process.exit(7)
    })
  `
  const standstill = "import { mock } from 'node:test'; mock.timers.enable({ apis: ['setTimeout', 'setInterval'] })"
  const child = start(withLogger('info', program, `${watchRefusal}${standstill}`))
  const exit = once(child, 'exit')
  child.stdout.destroy()
  child.stdin.end('go on')
  t.strictSame(await exit, [7, null])
})

t.test('a reader that takes the log slowly gets all of it before the process ends', async (t) => {
  const written = 2000
  const program = `
    for (let at = 0; at < ${written}; at += 1) logger.info({ at, filling: 'x'.repeat(1000) }, 'line')
    await finish()
    process.exit(0)
  `
  const child = start(withLogger('info', program))
  let log = ''
  for await (const piece of child.stdout.setEncoding('utf8')) {
    log += piece
    await wait(10)
  }
  t.equal(log.trim().split('\n').length, written)
})

t.test('a disk that is full costs the log and not the process', async (t) => {
  const program = `
    for (let at = 0; at < 3; at += 1) {
      for (let line = 0; line < 1000; line += 1) logger.info({ line }, 'line')
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
    process.stderr.write('alive')
    await finish()
    process.exit(0)
  `
  const full = openSync('/dev/full', 'w')
  t.teardown(() => closeSync(full))
  const ended = spawnSync(process.execPath, withLogger('info', program), {
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  })
  t.match(ended, { status: 0, stderr: 'alive' })
})
