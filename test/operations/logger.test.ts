import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import t from 'tap'
import type { LogLine } from '../log-lines.ts'

const module = join(import.meta.dirname, '../../src/operations/logger.ts')

t.test('a reader that stands still costs lines and not memory, and is told how many', async (t) => {
  const written = 20_000
  const program = `
    const { logger, finish } = (await import(${JSON.stringify(module)})).createLogger('info')
    for (let at = 0; at < ${written}; at += 1) logger.info({ at, filling: 'x'.repeat(1000) }, 'line')
    await finish()
    logger.info({ at: ${written} }, 'line')
  `
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = once(child, 'exit')
  const lines = (await text(child.stdout))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LogLine & { at?: number; lines?: number })
  t.strictSame(await exit, [0, null])
  const gap = lines.findIndex(({ at }) => at === undefined)
  const [told] = lines.splice(gap, 1)
  t.match(told, { level: 40, msg: 'lines of this log are lost: nobody took them' })
  const lost = Number(told?.lines)
  t.equal(lines.length + lost, written + 1, 'each is there or counted')
  t.ok(gap > 5000 && gap < 10_000, `${gap} waited`)
  t.ok(gap < lines.length - 1, 'the last before the end are there')
  t.ok(
    lines.every(({ at }, index) => at === (index < gap ? index : index + lost)),
    'they are whole and in order, and the loss is told where it lies',
  )
})

t.test('the line that says why a process dies is there, though those before it are lost', async (t) => {
  const program = `
    const { logger, finish } = (await import(${JSON.stringify(module)})).createLogger('info')
    for (let at = 0; at < 10_000; at += 1) logger.info({ filling: 'x'.repeat(1000) }, 'line')
    logger.fatal({ reason: 'x'.repeat(20_000) }, 'unforeseen failure')
    await finish()
    process.exit(1)
  `
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [told, last] = (await text(child.stdout)).trim().split('\n').slice(-2)
  t.match(told, 'lines of this log are lost')
  t.match(last, 'unforeseen failure')
})

t.test('a reader that is gone is not waited for at the end', async (t) => {
  // Timers stand still: the end can only come of what the system says.
  const program = `
    import fs from 'node:fs'
    import { mock } from 'node:test'
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
    mock.timers.enable({ apis: ['setTimeout'] })
    const { logger, finish } = (await import(${JSON.stringify(module)})).createLogger('info')
    process.stdin.once('data', async () => {
      logger.info('the first is refused')
      logger.flush()
      await refused
      logger.info('the second as well')
      await finish()
      process.exit(7)
    })
  `
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const exit = once(child, 'exit')
  child.stdout.destroy()
  child.stdin.end('go on')
  t.strictSame(await exit, [7, null])
})

t.test('a reader that takes the log slowly gets all of it before the process ends', async (t) => {
  const written = 4000
  const program = `
    const { logger, finish } = (await import(${JSON.stringify(module)})).createLogger('info')
    for (let at = 0; at < ${written}; at += 1) logger.info({ at, filling: 'x'.repeat(1000) }, 'line')
    await finish()
    process.exit(0)
  `
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let log = ''
  for await (const piece of child.stdout.setEncoding('utf8')) {
    log += piece
    await wait(25)
  }
  t.equal(log.trim().split('\n').length, written)
})

t.test('a disk that is full costs the log and not the process', async (t) => {
  const program = `
    const { logger, finish } = (await import(${JSON.stringify(module)})).createLogger('info')
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
  const ended = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  })
  t.match(ended, { status: 0, stderr: 'alive' })
})
