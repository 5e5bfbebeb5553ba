import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Test } from 'tap'
import { reviewedData, writeData } from '../data-folder.ts'

const program = join(import.meta.dirname, '../../src/cli/qingdan.ts')

/** A place to work in with the data beside it. Tests of one file share it, so that the database is built once. */
export function workplace(t: Test) {
  const { dataDir, databasePath } = writeData(t, reviewedData())
  return {
    folder: join(dataDir, '..'),
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_PATH: databasePath, LANG: 'zh_CN.UTF-8', LC_ALL: '' },
  }
}

/** Runs the command line as its own process. */
export function qingdan({ folder, env }: ReturnType<typeof workplace>, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  })
  return { code: status, out: stdout, error: stderr }
}
