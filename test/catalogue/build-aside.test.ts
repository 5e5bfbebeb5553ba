import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import t, { type Test } from 'tap'
import { buildAside, usualBounds } from '../../src/catalogue/build-aside.ts'
import { Catalogue } from '../../src/catalogue/catalogue.ts'
import { reviewedData, writeData } from '../data-folder.ts'

/** A program that does something else instead of building. */
function program(t: Test, code: string): URL {
  const folder = t.testdir({ 'program.mjs': `process.on('message', () => { ${code} }); process.send('ready')` })
  return pathToFileURL(join(folder, 'program.mjs'))
}
const nowhere = { dataDir: 'nowhere', annexDir: 'nowhere', databasePath: join(t.testdir(), 'db.sqlite') }

t.test('a process that does not come to an end is ended, and says what to do', async (t) => {
  const endless = program(t, 'for (;;);')
  await t.rejects(buildAside(nowhere, { timeoutMs: 200, heapMb: null }, endless), {
    message: /^Reading the data took longer than 200 ms and was given up\..*LOAD_TIMEOUT_MS/,
  })
})

t.test('a process that takes more memory than it may is ended, and the process lives', async (t) => {
  const greedy = program(t, 'const held = []; for (;;) held.push(new Array(1000).fill(held.length))')
  await t.rejects(buildAside(nowhere, { ...usualBounds, heapMb: 32 }, greedy), {
    message: /^Reading the data needed more than 32 MB of memory.*LOAD_HEAP_MB/,
  })
})

t.test('a process that ends without a word, or fails, is told of', async (t) => {
  await t.rejects(buildAside(nowhere, usualBounds, program(t, 'process.exit(3)')), {
    message: /without a word \(code 3\)/,
  })
  await t.rejects(buildAside(nowhere, usualBounds, program(t, 'process.send({ error: new Error("broken") })')), {
    message: 'broken',
  })
})

t.test('a reload that takes too long fails, and the next one works', async (t) => {
  const location = writeData(t, reviewedData())
  const nobody = { loaded: () => {}, refused: () => {} }
  const hasty = await Catalogue.open(location, nobody, { timeoutMs: 1, heapMb: null })
  await hasty.reload()
  t.match(hasty.load, { state: 'failed', error: /took longer than 1 ms/ })
  const patient = await Catalogue.open(location, nobody)
  await patient.reload()
  t.match(patient.load, { state: 'current', error: null })
  t.ok(existsSync(location.databasePath))
  writeFileSync(join(location.dataDir, 'rules.json'), 'null')
  await patient.reload()
  t.match(patient.load, { state: 'failed', error: /rules\.json/ })
})
