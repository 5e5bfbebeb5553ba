import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { Callers } from '../../../src/http/callers/callers.ts'

const line = (key: string, name: string) => `${createHash('sha256').update(key).digest('hex')}  ${name}\n`

/** In one step: no look finds half of it. */
function replace(path: string, text: string) {
  writeFileSync(`${path}.next`, text)
  renameSync(`${path}.next`, path)
}

function open(t: Test, path: string) {
  const events = new EventEmitter()
  const callers = new Callers(path, {
    loaded: (count) => events.emit('loaded', count),
    refused: (error) => events.emit('refused', error.message),
  })
  // Looking at a file keeps no process alive, and this test waits for nothing else.
  const awake = setInterval(() => {}, 1000)
  t.teardown(() => {
    clearInterval(awake)
    callers.close()
  })
  return { callers, events }
}

t.test('a key names its caller, anything else nobody', async (t) => {
  const { callers } = open(t, join(t.testdir({ keys: line('k1', 'one') + line('k2', 'two') }), 'keys'))
  t.equal(callers.nameOf('k1'), 'one')
  t.equal(callers.nameOf('k2'), 'two')
  for (const key of ['', 'k', 'K1', 'k1 ', 'one']) t.equal(callers.nameOf(key), null)
})

t.test('keys are read again when the file changes, and when it is swapped as mounted secrets are', async (t) => {
  const folder = t.testdir({ first: { keys: line('old', 'one') }, second: { keys: line('new', 'one') } })
  symlinkSync('first', join(folder, 'now'))
  const { callers, events } = open(t, join(folder, 'now/keys'))
  t.equal(callers.nameOf('old'), 'one')

  symlinkSync('second', join(folder, 'next'))
  const swapped = once(events, 'loaded')
  renameSync(join(folder, 'next'), join(folder, 'now'))
  t.same(await swapped, [1])
  t.equal(callers.nameOf('old'), null)
  t.equal(callers.nameOf('new'), 'one')

  const refused = once(events, 'refused')
  replace(join(folder, 'second/keys'), 'not a key')
  t.match(await refused, [/^API_KEYS_FILE line 1 must be/])
  t.equal(callers.nameOf('new'), 'one', 'a file that cannot be used changes nothing')

  const gone = once(events, 'refused')
  rmSync(join(folder, 'now'))
  t.match(await gone, [/^API_KEYS_FILE cannot be read: ENOENT/])
  t.equal(callers.nameOf('new'), 'one')

  const back = once(events, 'loaded')
  symlinkSync('first', join(folder, 'now'))
  t.same(await back, [1])
  t.equal(callers.nameOf('old'), 'one')
})

t.test('keys that come through a pipe are read once, whatever is asked for later', async (t) => {
  const module = join(import.meta.dirname, '../../../src/http/callers/callers.ts')
  const program = `
    const { Callers } = await import(${JSON.stringify(module)})
    const told = () => process.stdout.write('told ')
    const callers = new Callers(process.argv[1], { loaded: told, refused: told })
    setTimeout(() => {
      callers.reload()
      process.stdout.write(String(callers.nameOf('k')))
    }, 2500)
  `
  const named = join(t.testdir(), 'keys')
  const ways = {
    'standard input': 'printf %s "$2" | "$0" --input-type=module --eval "$1" /dev/stdin',
    'a named pipe': 'mkfifo "$3"; printf %s "$2" > "$3" & exec "$0" --input-type=module --eval "$1" "$3"',
  }
  for (const [name, command] of Object.entries(ways)) {
    const given = [process.execPath, program, line('k', 'one'), named]
    const { stdout } = spawnSync('sh', ['-c', command, ...given], {
      encoding: 'utf8',
      timeout: 20_000,
      killSignal: 'SIGKILL',
    })
    t.equal(stdout, 'one', name)
  }
})

t.test('a file that was emptied locks nobody out; one that says it has no keys does', async (t) => {
  const path = join(t.testdir({ keys: line('k', 'one') }), 'keys')
  const { callers, events } = open(t, path)
  const refused = once(events, 'refused')
  replace(path, '\n')
  t.match(await refused, [/^API_KEYS_FILE is empty, and the keys before it stand/])
  t.equal(callers.nameOf('k'), 'one')
  const loaded = once(events, 'loaded')
  replace(path, '# nobody\n')
  t.same(await loaded, [0])
  t.equal(callers.nameOf('k'), null)
})

t.test('a file that stays as it is, or stays unusable, is told of once', async (t) => {
  const path = join(t.testdir({ keys: line('k', 'one') }), 'keys')
  const { events } = open(t, path)
  const told: string[] = []
  events.on('loaded', (count) => told.push(`${count} loaded`)).on('refused', () => told.push('refused'))
  rmSync(path)
  await once(events, 'refused')
  // Two looks further on.
  await setTimeout(2500)
  t.same(told, ['refused'])
  const loaded = once(events, 'loaded')
  replace(path, line('k', 'one') + line('l', 'two'))
  t.same(await loaded, [2])
  await setTimeout(2500)
  t.same(told, ['refused', '2 loaded'])
})
