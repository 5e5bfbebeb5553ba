import { EventEmitter, once } from 'node:events'
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { watchFolders } from '../../src/catalogue/watch-folders.ts'

function watched(t: Test, folder: string, changed: () => void) {
  const watch = watchFolders([folder], { changed, unwatched: (error) => t.error(error) })
  t.teardown(watch.stop)
  return watch
}

t.test('several changes in a row are told once, when the folder has come to rest', async (t) => {
  const folder = t.testdir({ lists: {} })
  const changes = new EventEmitter()
  let told = 0
  watched(t, folder, () => {
    told += 1
    changes.emit('change')
  })
  const change = once(changes, 'change')
  for (let n = 0; n < 5; n += 1) writeFileSync(join(folder, `lists/${n}.json`), '{}')
  await change
  t.equal(told, 1)
})

t.test('a folder that is taken away and put back is a change', async (t) => {
  const parent = t.testdir({ data: { 'a.json': '{}' } })
  const changes = new EventEmitter()
  watched(t, join(parent, 'data'), () => changes.emit('change'))
  const change = once(changes, 'change')
  rmSync(join(parent, 'data'), { recursive: true })
  mkdirSync(join(parent, 'data'))
  await change
})

t.test(
  'a folder that is replaced by another is watched in turn, and one that is not there yet once it comes',
  async (t) => {
    const parent = t.testdir({ data: {}, next: {} })
    const changes = new EventEmitter()
    for (const folder of ['data', 'later']) watched(t, join(parent, folder), () => changes.emit(folder))
    const swapped = once(changes, 'data')
    renameSync(join(parent, 'data'), join(parent, 'old'))
    renameSync(join(parent, 'next'), join(parent, 'data'))
    await swapped
    const inside = once(changes, 'data')
    writeFileSync(join(parent, 'data/a.json'), '{}')
    await inside

    const come = once(changes, 'later')
    mkdirSync(join(parent, 'later'))
    await come
    const there = once(changes, 'later')
    writeFileSync(join(parent, 'later/a.json'), '{}')
    await there
  },
)

t.test('a file is watched on however often it is replaced, and folders in the folder are, too', async (t) => {
  const parent = t.testdir({ data: { lists: { 'a.json': '0' } }, nowhere: t.fixture('symlink', 'nothing') })
  const file = join(parent, 'data/lists/a.json')
  const changes = new EventEmitter()
  watched(t, join(parent, 'data'), () => changes.emit('change'))
  const told = async (change: () => void) => {
    const coming = once(changes, 'change')
    change()
    await coming
    t.pass()
  }
  for (const text of ['1', '2', '3']) {
    await told(() => {
      writeFileSync(join(parent, 'new.json'), text)
      renameSync(join(parent, 'new.json'), file)
    })
  }
  await told(() => writeFileSync(file, '4'))
  await told(() => {
    renameSync(join(parent, 'data/lists'), join(parent, 'old'))
    mkdirSync(join(parent, 'data/lists'))
  })
  await told(() => writeFileSync(file, '5'))
  await told(() => renameSync(join(parent, 'nowhere'), join(parent, 'data/nowhere')))
  await told(() => writeFileSync(file, '6'))
})

t.test('what leads to the folder is watched, and files that are links', async (t) => {
  const releases = { first: { data: { lists: {} } }, second: { data: { lists: {} } }, third: { data: { lists: {} } } }
  const parent = t.testdir({ ...releases, 'a.json': '0' })
  symlinkSync('first', join(parent, 'current'))
  const changes = new EventEmitter()
  watched(t, join(parent, 'current/data'), () => changes.emit('change'))
  const told = async (name: string, change: () => void) => {
    const coming = once(changes, 'change')
    change()
    await coming
    t.pass(name)
  }
  await told('a link above', () => {
    symlinkSync('second', join(parent, 'next'))
    renameSync(join(parent, 'next'), join(parent, 'current'))
  })
  await told('in what it leads to', () => writeFileSync(join(parent, 'second/data/a.json'), '1'))
  await told('a folder above', () => {
    rmSync(join(parent, 'current'))
    renameSync(join(parent, 'third'), join(parent, 'current'))
  })
  await told('in it', () => symlinkSync(join(parent, 'a.json'), join(parent, 'current/data/lists/a.json')))
  await told('behind a link to a file', () => writeFileSync(join(parent, 'a.json'), '2'))
})

t.test('whoever has replaced folders unseen can have them looked up anew', async (t) => {
  const parent = t.testdir({ first: { data: {} }, second: { data: {} } })
  symlinkSync(join(parent, 'first'), join(parent, 'inner'))
  symlinkSync('inner', join(parent, 'outer'))
  const changes = new EventEmitter()
  const { look } = watched(t, join(parent, 'outer/data'), () => changes.emit('change'))
  // Only what the path itself names is watched, not what a link on it leads through.
  symlinkSync(join(parent, 'second'), join(parent, 'next'))
  renameSync(join(parent, 'next'), join(parent, 'inner'))
  look()
  const change = once(changes, 'change')
  writeFileSync(join(parent, 'second/data/a.json'), '1')
  await change
})

t.test('what is never quiet puts off nothing: hidden files are passed over, others told of all the same', async (t) => {
  const folder = t.testdir({ lists: {} })
  for (const [what, file] of [
    ['a hidden file', 'lists/.annex-3.json.swp'],
    ["an editor's lock", 'lists/~$annex-3.docx'],
    ['a file that is read', 'lists/annex-5.json'],
  ] as const) {
    const changes = new EventEmitter()
    const watch = watched(t, folder, () => changes.emit('change'))
    const told = once(changes, 'change')
    const touching = setInterval(() => writeFileSync(join(folder, file), `${performance.now()}`), 50)
    writeFileSync(join(folder, 'lists/annex-3.json'), '{}')
    await told
    t.pass(what)
    clearInterval(touching)
    watch.stop()
  }
})

t.test('what is never read is no change, but for the hidden link that volumes of containers turn', async (t) => {
  const folder = t.testdir({ '..2026_1': {}, '..2026_2': {} })
  symlinkSync('..2026_1', join(folder, '..data'))
  const changes = new EventEmitter()
  let told = 0
  watched(t, folder, () => {
    told += 1
    changes.emit('change')
  })
  writeFileSync(join(folder, '.annex-5.csv.draft'), '')
  writeFileSync(join(folder, '~$annex-5.docx'), '')
  await new Promise((resolve) => setTimeout(resolve, 600))
  t.equal(told, 0)
  const turned = once(changes, 'change')
  symlinkSync('..2026_2', join(folder, '..data_tmp'))
  renameSync(join(folder, '..data_tmp'), join(folder, '..data'))
  await turned
})

t.test('after the watch has ended nothing is told', async (t) => {
  const folder = t.testdir({})
  const { stop } = watched(t, folder, () => t.fail('told after the end'))
  writeFileSync(join(folder, 'a.json'), '{}')
  stop()
  await new Promise((resolve) => setTimeout(resolve, 500))
})
