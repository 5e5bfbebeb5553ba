import { spawnSync } from 'node:child_process'
import { symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { contentHash } from '../../src/catalogue/data-files.ts'
import { openTableFile } from '../../src/documents/open-table-file.ts'
import { readRegularFile } from '../../src/files/read-regular-file.ts'
import { readKeyFile } from '../../src/http/callers/key-file.ts'
import type { DataError } from '../../src/lists/data-set.ts'
import { reviewedFolder } from '../data-folder.ts'

t.test('a file is read whole, also through a link, and an empty one is empty', (t) => {
  const folder = t.testdir({ file: '清单', empty: '' })
  symlinkSync('file', join(folder, 'link'))
  t.equal(readRegularFile(join(folder, 'file'), 1).toString(), '清单')
  t.equal(readRegularFile(join(folder, 'link'), 1).toString(), '清单')
  t.equal(readRegularFile(join(folder, 'empty'), 1).length, 0)
  t.throws(() => readRegularFile(join(folder, 'nowhere'), 1), { code: 'ENOENT' })
  t.end()
})

t.test('a file of as many MB as it may have is read, one byte more is refused unread', (t) => {
  const file = join(t.testdir({ file: '' }), 'file')
  truncateSync(file, 2 ** 20)
  t.equal(readRegularFile(file, 1).length, 2 ** 20)
  truncateSync(file, 2 ** 20 + 1)
  t.throws(() => readRegularFile(file, 1), { message: /^has 2 MB, which is more than 1 MB/, said: { zh: /^有 2 MB/ } })
  t.end()
})

t.test('what never ends or never begins is refused at once at every door', async (t) => {
  const folder = t.testdir({ folder: {} })
  symlinkSync('/dev/zero', join(folder, 'zero'))
  t.equal(spawnSync('mkfifo', [join(folder, 'pipe')]).status, 0)
  for (const name of ['zero', 'pipe', 'folder']) {
    t.throws(() => readRegularFile(join(folder, name), 1), { message: /^is no regular file/ }, name)
    t.throws(() => readKeyFile(join(folder, name)), { message: /^API_KEYS_FILE is no regular file/ }, name)
    await t.rejects(openTableFile(join(folder, name)), { message: `"${name}" is no regular file` }, name)
  }
})

t.test('an annex that is a pipe or a device is named, and a good one in its place is read', (t) => {
  const annexDir = t.testdir()
  const annex = join(annexDir, '附件5.docx')
  t.equal(spawnSync('mkfifo', [annex]).status, 0)
  symlinkSync('/dev/zero', join(annexDir, '附件6.docx'))
  const hash = (folder: string) => contentHash({ dataDir: reviewedFolder, annexDir: folder })
  try {
    hash(annexDir)
    t.fail('was read')
  } catch (error) {
    t.match((error as DataError).problems, [/附件5\.docx is no regular file/, /附件6\.docx is no regular file/])
  }
  writeFileSync(join(t.testdir({}), '附件5.docx'), 'x')
  t.match(hash(t.testdirName), /^[0-9a-f]{64}$/)
  t.end()
})
