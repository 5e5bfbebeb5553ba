import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { without } from '../scripts/optional-tools.ts'
import { reviewedData, writeData } from './data-folder.ts'
import { runToItsEnd } from './run-service.ts'

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
