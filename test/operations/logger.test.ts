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
  t.match(lines.pop(), { at: written }, 'what comes later is there')
  const told = lines.pop()
  t.match(told, { level: 40, msg: 'lines of this log are lost: nobody took them' })
  t.equal(lines.length + Number(told?.lines), written, 'each is there or counted')
  t.ok(lines.length > 5000 && lines.length < 10_000, `${lines.length} waited`)
  t.ok(
    lines.every(({ at }, index) => at === index),
    'those that waited are the first, whole and in order',
  )
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
