import { chmodSync, mkdirSync, renameSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { restlessFiles } from '../../src/catalogue/restless-files.ts'

/** A folder of annexes, and what is told of it so many milliseconds after its CSV file was last written. */
function folderWith(t: Test, files: Record<string, string>) {
  const folder = t.testdir(files)
  return (ms: number, file = 'annex-5.csv') => restlessFiles(folder, statSync(join(folder, file)).mtimeMs + ms)
}

t.test('a CSV file that was just written is waited for until it has been still', async (t) => {
  const after = folderWith(t, { 'annex-5.csv': '序号,证明事项名称\n' })
  t.match(after(0), [{ file: 'annex-5.csv' }])
  t.match(after(4900), [{ file: 'annex-5.csv' }])
  t.same(after(5001), [])
})

t.test('the longer it was written, the longer it must have been still, up to a bound', async (t) => {
  const folder = t.testdir({ 'annex-5.csv': '' })
  const second = 1_000_000_000n
  const waited = (writtenFor: number, stillFor: number) => {
    const mtimeNs = 1_000_000n * second
    const birthtimeNs = mtimeNs - BigInt(writtenFor) * second
    const found = { mtimeNs, ctimeNs: mtimeNs, birthtimeNs, isSymbolicLink: () => false }
    return restlessFiles(folder, (1_000_000 + stillFor) * 1000, () => found).map(({ waitMs }) => waitMs)
  }
  t.same(waited(1, 2), [3000])
  t.same(waited(8, 2), [6000])
  t.same(waited(8, 9), [])
  t.same(waited(86_400, 2), [18_000])
  t.same(waited(86_400, 21), [])
  t.same(waited(8, -30), [], 'a clock that is far off')
})

t.test('a file that was moved into its place counts at once, and so does a link', async (t) => {
  const folder = t.testdir({ 'draft.tmp': 'a', real: { 'other.csv': 'a' } })
  const place = join(folder, 'annex-5.csv')
  const written = statSync(join(folder, 'draft.tmp'), { bigint: true }).mtimeNs
  renameSync(join(folder, 'draft.tmp'), place)
  // The clock of a file system may be as coarse as a hundredth of a second.
  while (statSync(place, { bigint: true }).ctimeNs === written) chmodSync(place, 0o644)
  symlinkSync(join(folder, 'real/other.csv'), join(folder, 'annex-6.csv'))
  t.same(restlessFiles(folder, Date.now()), [])
})

t.test('files whose end shows are not waited for, nor what is no annex', async (t) => {
  const folder = t.testdir({ 'annex-5.docx': 'PK', 'annex-6.xlsx': 'PK' })
  mkdirSync(join(folder, 'sub'))
  writeFileSync(join(folder, '.hidden.csv'), '')
  t.same(restlessFiles(folder, Date.now()), [])
  t.same(restlessFiles(undefined, Date.now()), [])
})
