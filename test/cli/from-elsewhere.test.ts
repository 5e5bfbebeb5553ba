import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import t from 'tap'
import { qingdan, workplace } from './run-qingdan.ts'

const project = resolve(import.meta.dirname, '../..')
const place = workplace(t)
const elsewhere = join(place.folder, 'elsewhere')
mkdirSync(elsewhere)
writeFileSync(join(elsewhere, 'm.csv'), '材料名称\n身份证')
const wrote = (name: string) => existsSync(join(elsewhere, name))

t.test('what is named to npm’s script is meant from the folder where the caller stands', async (t) => {
  const npm = (cwd: string, ...args: string[]) =>
    spawnSync('npm', ['--prefix', project, 'run', '-s', 'qingdan', '--', ...args], { ...place, cwd, encoding: 'utf8' })
  t.match(npm(elsewhere, 'audit', 'm.csv', '-o', 'out.csv'), { status: 0, stderr: '' })
  t.ok(wrote('out.csv'))
  t.match(npm(place.folder, 'export', 'annex-3', '-o', 'elsewhere/list.csv'), { status: 0, stderr: '' })
  t.ok(wrote('list.csv'))
  t.match(npm(project, 'audit', 'm.csv', '-o', 'out.csv'), { status: 2, stderr: /找不到或无法读取文件“m\.csv”/ })
})

t.test('a script of npm that starts the program in a folder of its choice is left that folder', async (t) => {
  const env = { ...place.env, INIT_CWD: project, npm_lifecycle_event: 'test' }
  t.match(qingdan({ folder: elsewhere, env }, 'audit', 'm.csv', '-o', 'direct.csv'), { code: 0, error: '' })
  t.ok(wrote('direct.csv'))
})
