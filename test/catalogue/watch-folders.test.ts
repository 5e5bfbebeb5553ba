import { EventEmitter, once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
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

t.test('after the watch has ended nothing is told', async (t) => {
  const folder = t.testdir({})
  const stop = watchFolders([folder], () => t.fail('told after the end'))
  writeFileSync(join(folder, 'a.json'), '{}')
  stop()
  await new Promise((resolve) => setTimeout(resolve, 500))
})
