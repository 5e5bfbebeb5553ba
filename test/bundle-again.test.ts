import { once } from 'node:events'
import { appendFileSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { bundled } from './bundled.ts'
import { reviewedData, writeData } from './data-folder.ts'
import { projectCopy } from './project-copy.ts'
import { startService } from './run-service.ts'

/** The files of a bundle, each with what tells it from one put in its place. */
const filesIn = (folder: string) =>
  new Map(readdirSync(folder).map((file) => [file, `${statSync(join(folder, file)).ino}`]))

t.test(
  'a bundle that is made a second time leaves every file as it is, and puts right one that is not whole',
  async (t) => {
    const folder = join(t.testdir({}), 'bundle')
    const main = bundled(t, folder)
    const first = filesIn(folder)
    bundled(t, folder)
    t.same(filesIn(folder), first)
    const whole = readFileSync(main, 'utf8')
    appendFileSync(main, '{')
    bundled(t, folder)
    t.equal(readFileSync(main, 'utf8'), whole)
  },
)

t.test('a service goes on when the bundle of another release is made in its folder', async (t) => {
  const program = projectCopy(t)
  const { dataDir, databasePath } = writeData(t, reviewedData())
  const environment = { DATA_DIR: dataDir, DATABASE_PATH: databasePath }
  const folder = join(program, 'dist')
  const main = bundled(t, folder, program)
  const older = filesIn(folder)
  const service = await startService(t, environment, { main })
  const tag = async (address: string) => (await fetch(`${address}/v1/lists`)).headers.get('etag')
  const tagBefore = await tag(service.address)

  // The page that shows the document is loaded when somebody first asks for it.
  const loadedLater = [...older.keys()].filter((file) => file.startsWith('docs-pages-'))
  t.equal(loadedLater.length, 1)
  appendFileSync(join(program, 'src/http/plugins/docs-pages.ts'), "\nexport const made = 'anew'\n")
  bundled(t, folder, program)
  const newer = filesIn(folder)
  t.equal([...newer.keys()].filter((file) => file.startsWith('docs-pages-')).length, 2)
  for (const [file, identity] of older) if (file !== 'main.js') t.equal(newer.get(file), identity, file)
  t.not(newer.get('main.js'), older.get('main.js'))
  t.same(
    readdirSync(folder).filter((file) => file.startsWith('.')),
    [],
    'no draft is left',
  )

  t.match(await (await fetch(`${service.address}/docs/`)).text(), 'swagger-ui')
  t.equal(await tag(service.address), tagBefore)
  const next = await startService(t, environment, { main })
  t.not(await tag(next.address), tagBefore, 'what is started from now on is the other release')
  for (const { child } of [service, next]) {
    child.kill()
    t.strictSame(await once(child, 'exit'), [0, null])
  }
})
