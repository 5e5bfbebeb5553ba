// How long `qingdan import` takes for 5,000 rows, and how much memory.  node bench/import.ts
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listWord } from '../src/reports/lists/list-word.ts'

const root = join(import.meta.dirname, '..')
const rows = Array.from({ length: 5000 }, (_, at) => [
  String(at + 1),
  `第${at}种情况证明（甲${at}证明、乙${at}证明等）`,
  '子女入学',
  '《某法》第一条',
  '5个工作日',
])
const header = ['序号', '证明事项名称', '办理用途', '设定依据', '办理时限']

const folder = mkdtempSync(join(tmpdir(), 'qingdan-bench-'))
try {
  cpSync(join(root, 'data'), join(folder, 'data'), { recursive: true })
  const file = join(folder, '附件5.docx')
  await writeFile(file, await listWord({ title: '证明事项清单', header, rows }))
  const importing = ['src/cli/qingdan.ts', 'import', file, '--list', 'annex-5', '--data', join(folder, 'data')]
  const measure = (args: readonly string[]) => {
    const start = performance.now()
    const { status, stderr } = spawnSync('/usr/bin/env', ['time', '-f', '%M', process.execPath, ...args], { cwd: root })
    const megabytes = Math.round(Number(stderr.toString().trim().split('\n').at(-1)) / 1024)
    return { status, seconds: (performance.now() - start) / 1000, megabytes }
  }
  const bare = measure(['src/cli/qingdan.ts', '--help'])
  const done = measure(importing)
  process.stdout.write(
    `${JSON.stringify({ rows: rows.length, bare, done, ratio: done.seconds / bare.seconds }, null, 2)}\n`,
  )
} finally {
  rmSync(folder, { recursive: true })
}
