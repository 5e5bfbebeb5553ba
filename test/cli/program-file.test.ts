import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import t from 'tap'
import { programHash } from '../../src/catalogue/program-hash.ts'
import { programFile } from '../../src/cli/program-file.ts'
import { bundled } from '../bundled.ts'
import { reviewedData, writeData } from '../data-folder.ts'
import { projectCopy } from '../project-copy.ts'

const sources = pathToFileURL(join(import.meta.dirname, '../../src/cli/qingdan.ts')).href

t.test('the command line that was bundled of these sources is loaded, that of others is not', async (t) => {
  const own = `qingdan-${programHash().slice(0, 8)}.js`
  const folder = t.testdir({ own: { [own]: '' }, other: { 'qingdan-00000000.js': '' } })
  const bundles = (name: string) => pathToFileURL(`${join(folder, name)}/`)
  t.equal(programFile(bundles('own')), new URL(own, bundles('own')).href)
  t.equal(programFile(bundles('other')), sources)
  t.equal(programFile(bundles('none')), sources)
})

t.test('the bundle does what the sources do, without the packages that are in it', async (t) => {
  const program = projectCopy(t)
  bundled(t, join(program, 'dist'), program)
  const { dataDir, databasePath } = writeData(t, reviewedData())
  const loaded =
    "import { registerHooks } from 'node:module'; registerHooks({ load(url, context, next) { if (/drizzle-orm|commander/.test(url)) console.error(url); return next(url, context) } })"
  const options = ['--import', `data:text/javascript,${encodeURIComponent(loaded)}`]
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [...options, join(program, 'src/qingdan.js'), ...args], { encoding: 'utf8' })

  t.match(run('--help', '--lang', 'en'), { status: 0, stdout: /^Usage: qingdan/, stderr: '' })
  const load = run('load', '--lang', 'en', '--data', dataDir, '--database', databasePath)
  t.match(load, { status: 0, stderr: '' })
  t.ok(existsSync(databasePath))
  t.match(run('verify', '--data', dataDir, '--database', databasePath), { status: 0, stderr: '' })
  t.match(run('export', 'annex-3', '--data', dataDir), { status: 0, stdout: '养犬', stderr: '' })

  appendFileSync(join(program, 'src/cli/command-words.ts'), "\nexport const changed = 'since'\n")
  t.match(run('--help', '--lang', 'en').stderr, 'commander', 'what was changed since is run from its sources')
  t.ok(readdirSync(join(program, 'dist')).some((file) => file.startsWith('qingdan-')))
})
