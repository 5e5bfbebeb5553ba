import { EventEmitter, once } from 'node:events'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import t from 'tap'
import { watchFolders } from '../../src/catalogue/watch-folders.ts'

t.test('several changes in a row are told once, when the folder has come to rest', async (t) => {
  const folder = t.testdir({ lists: {} })
  const changes = new EventEmitter()
  let told = 0
  const stop = watchFolders([folder], () => {
    told += 1
    changes.emit('change')
  })
  t.teardown(stop)
  const change = once(changes, 'change')
  for (let n = 0; n < 5; n += 1) writeFileSync(join(folder, `lists/${n}.json`), '{}')
  await change
  t.equal(told, 1)
})

t.test('a folder that is taken away and put back is a change', async (t) => {
  const parent = t.testdir({ data: { 'a.json': '{}' } })
  const changes = new EventEmitter()
  t.teardown(watchFolders([join(parent, 'data')], () => changes.emit('change')))
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
    for (const folder of ['data', 'later']) {
      t.teardown(watchFolders([join(parent, folder)], () => changes.emit(folder)))
    }
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
  t.teardown(watchFolders([join(parent, 'data')], () => changes.emit('change')))
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

t.test('after the watch has ended nothing is told', async (t) => {
  const folder = t.testdir({})
  const stop = watchFolders([folder], () => t.fail('told after the end'))
  writeFileSync(join(folder, 'a.json'), '{}')
  stop()
  await new Promise((resolve) => setTimeout(resolve, 500))
})
