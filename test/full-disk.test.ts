import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import t from 'tap'
import { without } from '../scripts/optional-tools.ts'
import { reviewedData, writeData } from './data-folder.ts'
import { runToItsEnd, startService } from './run-service.ts'

t.test('on a full disk it does not start, and says so', without('mount'), async (t) => {
  const { dataDir } = writeData(t, reviewedData())
  const disk = mkdtempSync(join(tmpdir(), 'qingdan-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=32k', 'tmpfs', disk])
  try {
    const environment = { DATA_DIR: dataDir, DATABASE_PATH: join(disk, 'qingdan.sqlite') }
    const { code, stderr } = await runToItsEnd(t, environment)
    t.equal(code, 1)
    t.match(stderr, /^The disk is full\. .*DATABASE_PATH/)
  } finally {
    execFileSync('umount', [disk])
    rmdirSync(disk)
  }
})

t.test(
  'a disk that is full of decisions takes whole lines, and takes more once there is room',
  without('mount'),
  async (t) => {
    const { dataDir, databasePath } = writeData(t, reviewedData())
    const disk = mkdtempSync(join(tmpdir(), 'qingdan-disk-'))
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=32k', 'tmpfs', disk])
    try {
      const log: string[] = []
      const told = async (words: string) => {
        while (!log.some((line) => line.includes(words))) await wait(20)
      }
      const DECISIONS_FILE = join(disk, 'decisions')
      const environment = { DATA_DIR: dataDir, DATABASE_PATH: databasePath, DECISIONS_FILE }
      writeFileSync(join(disk, 'other'), 'x'.repeat(25_000))
      const { child, address } = await startService(t, environment, { line: (line) => log.push(line) })
      const ask = async (name: string) => t.equal((await fetch(`${address}/v1/tasks/${name}/status`)).status, 200)
      for (let at = 0; at < 60; at += 1) await ask(`a${at}`)
      await told('decisions are not written')
      await ask('b')
      rmSync(join(disk, 'other'))
      await told('decisions are written again')
      const exit = once(child, 'exit')
      child.kill('SIGTERM')
      t.strictSame(await exit, [0, null])
      const lines = readFileSync(DECISIONS_FILE, 'utf8').trim().split('\n')
      t.equal(lines.length, 61)
      for (const line of lines) t.match(JSON.parse(line), { kind: 'task', outcome: String })
      t.equal(log.filter((line) => line.includes('decisions are')).length, 2)
    } finally {
      execFileSync('umount', [disk])
      rmdirSync(disk)
    }
  },
)
