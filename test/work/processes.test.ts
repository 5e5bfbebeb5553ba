import { setTimeout as wait } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { Processes } from '../../src/work/processes.ts'
import type { WorkLimits } from '../../src/work/work-limits.ts'
import type { Task } from './made-worker.ts'

const patient: WorkLimits = { processes: 1, waitMs: 60_000, timeMs: 60_000, memoryMb: 64 }

function started(t: Test, limits: Partial<WorkLimits> = {}, restMs?: number) {
  const entry = new URL('./made-worker.ts', import.meta.url)
  const processes = new Processes<Task, number>(entry, { ...patient, ...limits }, restMs)
  t.teardown(() => processes.close())
  return processes
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

t.test('work is done by another process, which does the next as well', async (t) => {
  const processes = started(t)
  const pid = await processes.run('tell')
  t.not(pid, process.pid)
  await t.rejects(processes.run('throw'), { name: 'TypeError', message: 'the work failed' })
  t.equal(await processes.run('tell'), pid)
  process.kill(pid, 'SIGTERM')
  t.equal(await processes.run('tell'), pid, 'what a terminal sends to all is for the process that serves')
})

t.test('a process without work ends of itself', async (t) => {
  const pid = await started(t, {}, 1).run('tell')
  while (runs(pid)) await wait(5)
  t.notOk(runs(pid))
})

t.test('a process that was killed while it rested is replaced', async (t) => {
  const processes = started(t)
  const pid = await processes.run('tell')
  process.kill(pid, 'SIGKILL')
  while (runs(pid)) await wait(5)
  t.not(await processes.run('tell'), pid)
})

t.test('work that uses up the memory is given up, and this process and the next work go on', async (t) => {
  const processes = started(t)
  await t.rejects(processes.run('devour'), { message: 'not done: memory' })
  t.ok(await processes.run('tell'))
})

t.test('a machine that takes too long to start a process is busy: nothing is said of the work', async (t) => {
  const processes = started(t, { waitMs: 1 })
  await t.rejects(processes.run('tell'), { message: 'not done: busy' })
  let pid: number | undefined
  while (pid === undefined) pid = await processes.run('tell').catch(() => wait(20, undefined))
  t.ok(pid, 'and the process that was begun is there for the next')
})

t.test('work that takes too long is given up, and the next is done', async (t) => {
  const processes = started(t, { timeMs: 1000 })
  await t.rejects(processes.run('never'), { message: 'not done: time' })
  t.ok(await processes.run('tell'))
})

t.test('a process that leaves its work is a fault, and no refusal', async (t) => {
  await t.rejects(started(t).run('leave'), { name: 'Error', message: /ended by itself, with code 3/ })
})

t.test('more work waits; more than eight times, or for longer than work may take, is refused', async (t) => {
  const processes = started(t)
  const first = processes.run('tell')
  const waiting = Array.from({ length: 8 }, () => processes.run('tell'))
  await t.rejects(processes.run('tell'), { message: 'not done: busy' })
  t.same(new Set(await Promise.all(waiting)), new Set([await first]))
})

t.test('whoever waits in vain is refused as well', async (t) => {
  const processes = started(t, { waitMs: 2000, timeMs: 4000 })
  let ready: number | undefined
  while (ready === undefined) ready = await processes.run('tell').catch(() => wait(20, undefined))
  const first = processes.run('never').catch((error: unknown) => error)
  await t.rejects(processes.run('tell'), { message: 'not done: busy' })
  t.match(await first, { why: 'time' })
})

t.test('all of them end with the one that serves, at work or not', async (t) => {
  const processes = started(t, { processes: 2 })
  const pid = await processes.run('tell')
  const working = processes.run('never')
  const resting = await processes.run('tell')
  t.not(resting, pid, 'two work side by side')
  processes.close()
  await t.rejects(working)
  while (runs(resting)) await wait(5)
  t.notOk(runs(pid))
})
