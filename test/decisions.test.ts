import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { reviewedData, writeData } from './data-folder.ts'
import { startService } from './run-service.ts'

/** @param environment made of the folder in which files may be put */
async function start(t: Test, environment: (folder: string) => NodeJS.ProcessEnv) {
  const { dataDir, databasePath } = writeData(t, reviewedData())
  const folder = join(dataDir, '..')
  const log: Record<string, unknown>[] = []
  const line = (text: string) => log.push(JSON.parse(text))
  const places = { DATA_DIR: dataDir, DATABASE_PATH: databasePath, METRICS_PORT: '0' }
  const { child, address, dataset } = await startService(t, { ...places, ...environment(folder) }, { line })
  const ask = (path: string, init: RequestInit = {}) => fetch(`${address}${path}`, init)
  const stop = async () => {
    // Its log is read to the end by then.
    const closed = once(child, 'close')
    child.kill('SIGTERM')
    t.strictSame(await closed, [0, null])
  }
  return { ask, stop, log, dataset, folder }
}

const name = '婚姻状况证明'
const path = `/v1/certificates/${encodeURIComponent(name)}/status?region=620802&on=2026-01-02`
const questions = [name, '居住证明', name].map((name) => ({ kind: 'certificate', name, on: '2026-01-02' }))

for (const LOG_NAMES of ['false', 'true']) {
  t.test(`what was asked and answered stands in a file of its own, LOG_NAMES=${LOG_NAMES}`, async (t) => {
    const { ask, stop, dataset, folder } = await start(t, (folder) => {
      const API_KEYS_FILE = join(folder, 'keys')
      writeFileSync(API_KEYS_FILE, `${createHash('sha256').update('key').digest('hex')} 政务平台\n`)
      return { LOG_NAMES, DECISIONS_FILE: join(folder, 'decisions.jsonl'), API_KEYS_FILE }
    })
    const authorization = 'Bearer key'
    const first = await ask(path, { headers: { authorization } })
    const ids = [first.headers.get('x-request-id')]
    for (const more of [{}, { 'if-none-match': first.headers.get('etag') ?? '' }]) {
      ids.push((await ask(path, { headers: { authorization, ...more } })).headers.get('x-request-id'))
    }
    const headers = { authorization, 'content-type': 'application/json' }
    const batch = await ask('/v1/check', { method: 'POST', headers, body: JSON.stringify({ questions }) })
    t.equal(batch.status, 200)
    await batch.text()
    t.equal((await ask('/v1/lists', { headers: { authorization } })).status, 200)
    t.equal((await ask(path)).status, 401)
    await stop()
    const lines = readFileSync(join(folder, 'decisions.jsonl'), 'utf8').trim().split('\n')
    const by = { time: String, caller: '政务平台', dataset, release: 'source' }
    const named = LOG_NAMES === 'true' ? { name } : {}
    const one = {
      ...{ ...by, ...named, kind: 'certificate', region: '620802', on: '2026-01-02' },
      ...{ item: 'annex-3/8', outcome: 'prohibited' },
    }
    const each = [
      one,
      { ...one, item: null, outcome: 'undetermined', ...(named.name ? { name: '居住证明' } : {}) },
      one,
    ]
    const id = batch.headers.get('x-request-id')
    const ofBatch = named.name
      ? each.map((line) => ({ ...line, id, status: 200 }))
      : [{ ...by, id, status: 200, answers: 3, outcomes: { prohibited: 2, undetermined: 1 } }]
    const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    t.match(told, [...ids.map((id, at) => ({ ...one, id, status: at === 2 ? 304 : 200 })), ...ofBatch])
    t.equal(told.length, 3 + ofBatch.length, 'what decides nothing is no line')
    if (LOG_NAMES === 'false') t.notOk(told.some((line) => 'name' in line))
  })
}

t.test('where the file cannot be written, that is told once and questions are answered', async (t) => {
  const { ask, stop, log } = await start(t, (folder) => ({ DECISIONS_FILE: join(folder, 'no-folder/decisions') }))
  for (let at = 0; at < 3; at += 1) t.equal((await ask(path)).status, 200)
  const { metricsPort } = log.find(({ msg }) => msg === 'ready') as { metricsPort: number }
  const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
  t.match(metrics, /^qingdan_decisions_lost_total 0$/m, 'they wait')
  await stop()
  const told = log.filter(({ level }) => Number(level) >= 40)
  t.match(told, [
    { msg: 'decisions are not written', err: { code: 'ENOENT' } },
    { msg: 'decisions are lost', lines: 3 },
  ])
})
