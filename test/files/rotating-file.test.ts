import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { RotatingFile } from '../../src/files/rotating-file.ts'

function place(t: Test, rotation = { mostBytes: 100, files: 3 }) {
  const folder = t.testdir({})
  const path = join(folder, 'lines')
  const file = new RotatingFile(path, rotation)
  t.teardown(() => file.close())
  const another = () => {
    const other = new RotatingFile(path, rotation)
    t.teardown(() => other.close())
    return other
  }
  const read = (name = 'lines') => readFileSync(join(folder, name), 'utf8')
  return { folder, path, file, another, read }
}

const line = (at: number) => `line ${String(at).padStart(4, '0')}\n`
const bytes = (at: number) => Buffer.from(line(at))

t.test('a full file is set aside, each line is whole and in order, and the oldest file goes', async (t) => {
  const { folder, file, read } = place(t)
  for (let at = 0; at < 45; at += 1) await file.append(bytes(at))
  t.same(readdirSync(folder).sort(), ['lines', 'lines.1', 'lines.2'])
  const kept = read('lines.2') + read('lines.1') + read()
  t.equal(kept, Array.from({ length: 25 }, (_, at) => line(at + 20)).join(''))
  for (const name of readdirSync(folder)) t.ok(statSync(join(folder, name)).size <= 100, name)
  t.equal(statSync(join(folder, 'lines')).mode & 0o777, 0o640, 'and not every user of the machine may read it')
})

t.test('lines that are longer than a file may be stand in one by themselves', async (t) => {
  const { file, read } = place(t)
  await file.append(Buffer.from(`${'x'.repeat(150)}\n`))
  await file.append(bytes(1))
  t.equal(read(), line(1))
  t.equal(read('lines.1').length, 151)
})

t.test('what stood there before is added to, half a line of a process that was killed is ended', async (t) => {
  const { path, another, read } = place(t)
  writeFileSync(path, line(1))
  await another().append(bytes(2))
  t.equal(read(), line(1) + line(2))
  writeFileSync(path, 'half')
  await another().append(bytes(3))
  t.equal(read(), `half\n${line(3)}`)
})

t.test('two processes with the same file, as during an update, lose no line to each other', async (t) => {
  const { file, another, read } = place(t)
  const other = another()
  for (let at = 0; at < 25; at += 1) await (at % 2 ? other : file).append(bytes(at))
  t.equal(read('lines.2') + read('lines.1') + read(), Array.from({ length: 25 }, (_, at) => line(at)).join(''))
})

t.test('where another program moves the file away, a new one is begun', async (t) => {
  const { path, file, read } = place(t)
  await file.append(bytes(1))
  renameSync(path, `${path}.moved`)
  await file.append(bytes(2))
  t.equal(read('lines.moved'), line(1))
  t.equal(read(), line(2))
  renameSync(path, `${path}.moved`)
  writeFileSync(path, '')
  await file.append(bytes(3))
  t.equal(read(), line(3), 'also where it has begun one itself')
})

t.test('what is no regular file is not written to', async (t) => {
  await t.rejects(new RotatingFile('/dev/null', { mostBytes: 1, files: 2 }).append(bytes(1)), /is no regular file/)
})

t.test('what cannot be set aside is not written over', async (t) => {
  const { path, file, read } = place(t)
  mkdirSync(join(`${path}.2`, 'in the way'), { recursive: true })
  for (let at = 0; at < 10; at += 1) await file.append(bytes(at))
  await file.append(bytes(10))
  await t.rejects(async () => {
    for (let at = 11; at < 30; at += 1) await file.append(bytes(at))
  })
  t.equal(read('lines.1') + read(), Array.from({ length: 20 }, (_, at) => line(at)).join(''))
})

t.test('a disk that takes half of the lines takes none of them', async (t) => {
  const { path, file, read } = place(t)
  await file.append(bytes(1))
  const other = await open(path)
  const handles = Object.getPrototypeOf(other) as FileHandle
  await other.close()
  const { appendFile } = handles
  t.teardown(() => Object.assign(handles, { appendFile }))
  handles.appendFile = async function (this: FileHandle, data) {
    await appendFile.call(this, (data as Buffer).subarray(0, 4))
    throw new Error('ENOSPC')
  }
  await t.rejects(file.append(bytes(2)), { message: 'ENOSPC' })
  t.equal(read(), line(1))
  Object.assign(handles, { appendFile })
  await file.append(bytes(3))
  t.equal(read(), line(1) + line(3))
})
