import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t from 'tap'
import type { Answer } from '../src/rulings/answer.ts'
import { reviewedData, writeData } from './data-folder.ts'
import { startService } from './run-service.ts'

const root = join(import.meta.dirname, '..')

t.test('the bundle serves what the sources serve: answers, pages, documentation, new data', async (t) => {
  const { dataDir, databasePath } = writeData(t, reviewedData())
  const folder = join(dirname(databasePath), 'bundle')
  const made = spawnSync(process.execPath, [join(root, 'scripts/bundle.ts'), folder], { encoding: 'utf8' })
  t.match(made, { status: 0, stderr: '' })
  const environment = { DATA_DIR: dataDir, DATABASE_PATH: databasePath }
  const messages: string[] = []
  const line = (text: string) => messages.push(JSON.parse(text).msg)
  const { child, address, dataset } = await startService(t, environment, { main: join(folder, 'main.js'), line })
  const ask = async (path: string) => (await fetch(`${address}${path}`)).text()
  const question = `/v1/certificates/${encodeURIComponent('死亡证明')}/status?on=2026-11-22`

  const answer = JSON.parse(await ask(question)) as Answer
  t.match(answer, { outcome: 'prohibited', dataset: { version: dataset } })
  t.match(await ask('/'), '<html lang="zh-CN"')
  t.match(await ask('/docs/'), 'swagger-ui')
  t.match(JSON.parse(await ask('/openapi.json')), { openapi: /^3\.1/ })

  const file = join(dataDir, 'lists/annex-3.json')
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('死亡证明', '居民死亡证明'))
  child.kill('SIGHUP')
  while (!messages.includes('data read again')) await once(child.stdout as NodeJS.ReadableStream, 'data')
  const { dataset: now, match } = JSON.parse(await ask(question)) as Answer
  t.not(now.version, dataset)
  t.equal(match?.name, '居民死亡证明')
  child.kill()
  t.strictSame(await once(child, 'exit'), [0, null])
})
