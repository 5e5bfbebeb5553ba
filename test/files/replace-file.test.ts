import { spawnSync } from 'node:child_process'
import { createWriteStream, readdirSync, readFileSync } from 'node:fs'
import { open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import t from 'tap'
import { type Disk, replaceByDraft, replaceFile } from '../../src/files/replace-file.ts'

const disk: Disk = { writeFile, open, rename, rm }

t.test('a file is replaced whole', async (t) => {
  const path = join(t.testdir({ 'a.json': 'old' }), 'a.json')
  await replaceFile(path, 'new')
  t.equal(readFileSync(path, 'utf8'), 'new')
  t.same(readdirSync(join(path, '..')), ['a.json'], 'and nothing is left beside it')
})

t.test('whatever step fails, the old file stays and nothing is left beside it', async (t) => {
  const fail = async (): Promise<never> => {
    throw new Error('ENOSPC')
  }
  const openWithoutSync: typeof open = async (path, flags, mode) => {
    const file = await open(path, flags, mode)
    file.sync = fail
    return file
  }
  const writeHalf: typeof writeFile = async (path) => {
    await writeFile(path, 'n')
    await fail()
  }
  for (const failing of [{ writeFile: writeHalf }, { open: openWithoutSync }, { rename: fail }, { open: fail }]) {
    const path = join(t.testdir({ 'a.json': 'old' }), 'a.json')
    await t.rejects(replaceFile(path, 'new', { ...disk, ...failing }), /ENOSPC/)
    t.equal(readFileSync(path, 'utf8'), 'old')
    t.same(readdirSync(join(path, '..')), ['a.json'])
  }
})

t.test('what failed is told, also when the draft cannot be removed', async (t) => {
  const path = join(t.testdir({ 'a.json': 'old' }), 'a.json')
  const fail = (code: string) => async (): Promise<never> => {
    throw new Error(code)
  }
  await t.rejects(replaceFile(path, 'new', { ...disk, rename: fail('EXDEV'), rm: fail('EROFS') }), /EXDEV/)
  t.equal(readFileSync(path, 'utf8'), 'old')
})

t.test('what the file system refuses is told of the file that was asked for, not of its draft', async (t) => {
  const folder = t.testdir({ 'in-the-way': { a: '' } })
  const nowhere = join(folder, 'none/a.json')
  await t.rejects(replaceFile(nowhere, 'new'), {
    path: nowhere,
    message: `ENOENT: no such file or directory, open '${nowhere}'`,
  })
  const taken = join(folder, 'in-the-way')
  await t.rejects(replaceFile(taken, 'new'), {
    path: taken,
    dest: taken,
    message: `EISDIR: illegal operation on a directory, rename '${taken}'`,
  })
  const other = join(folder, 'other')
  const elsewhere = replaceByDraft(join(folder, 'a.json'), async () => void (await readFile(other)))
  await t.rejects(
    elsewhere,
    { path: other, message: /open '.*other'$/ },
    'an error about another file stays what it is',
  )
})

t.test('the new name is made to last: file, rename, folder, in that order', async (t) => {
  const steps: string[] = []
  const folder = t.testdir({})
  const noting: typeof open = async (at, flags, mode) => {
    const file = await open(at, flags, mode)
    const sync = file.sync.bind(file)
    file.sync = async () => {
      steps.push(at === folder ? 'folder' : 'file')
      await sync()
    }
    return file
  }
  await replaceFile(join(folder, 'a.json'), 'new', {
    ...disk,
    open: noting,
    rename: async (from, to) => {
      steps.push('rename')
      await rename(from, to)
    },
  })
  t.same(steps, ['file', 'rename', 'folder'])
})

t.test('a draft may be filled piece by piece, and whoever stops midway leaves the old file', async (t) => {
  const folder = t.testdir({ 'old.txt': '旧' })
  const path = join(folder, 'old.txt')
  const half = replaceByDraft(path, async (draft) => {
    await writeFile(draft, '半')
    throw new Error('stopped')
  })
  await t.rejects(half, { message: 'stopped' })
  t.equal(readFileSync(path, 'utf8'), '旧')
  await replaceByDraft(path, (draft) => finished(createWriteStream(draft).end('新')))
  t.equal(readFileSync(path, 'utf8'), '新')
  const nowhere = replaceByDraft(join(folder, 'none', 'x'), (draft) => finished(createWriteStream(draft).end('新')))
  await t.rejects(nowhere, { code: 'ENOENT' })
  t.strictSame(readdirSync(folder), ['old.txt'])
})

t.test('a process that ends while it writes takes its draft with it', async (t) => {
  const path = join(t.testdir({ 'a.json': 'old' }), 'a.json')
  const program = `
    import { writeFileSync } from 'node:fs'
    import { replaceByDraft } from ${JSON.stringify(new URL('../../src/files/replace-file.ts', import.meta.url).href)}
    await replaceByDraft(process.argv[1], async (draft) => {
      writeFileSync(draft, 'half')
      process.exit(3)
    })`
  const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', program, path])
  t.equal(status, 3)
  t.same(readdirSync(join(path, '..')), ['a.json'])
  t.equal(readFileSync(path, 'utf8'), 'old')
})
