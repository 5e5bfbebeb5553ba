import { setTimeout as wait } from 'node:timers/promises'
import t from 'tap'
import { bombs, worstBodies } from '../bench/worst-bodies.ts'
import { reviewedData, writeData } from './data-folder.ts'
import { startService } from './run-service.ts'

const small = [
  'csv: empty lines',
  'xlsx: not one',
  'xlsx: shared text',
  'form: different fields',
  'json: nested lists',
  'json: 1,000 names',
]

t.test('one caller who sends the worst gets an answer, and the others get theirs meanwhile', async (t) => {
  const { dataDir, databasePath } = writeData(t, reviewedData())
  const environment = { DATA_DIR: dataDir, DATABASE_PATH: databasePath, MAX_EVENT_LOOP_DELAY_MS: '0', MAX_HEAP_MB: '0' }
  const { child, address } = await startService(t, {
    ...environment,
    CONNECTION_TIMEOUT_MS: '60000',
    WORK_TIME_MS: '10000',
  })
  const question = `${address}/v1/certificates/${encodeURIComponent('死亡证明')}/status`
  const bodies = [...worstBodies(), ...(await bombs())].filter(({ id }) => small.includes(id))
  t.equal(bodies.length, small.length)
  for (const { id, path, type, body } of bodies) {
    let answered = false
    const sent = fetch(`${address}${path}`, {
      method: 'POST',
      body: new Uint8Array(body),
      headers: { 'content-type': type, accept: 'text/html' },
    }).then(async (response) => {
      const text = await response.text()
      answered = true
      return { status: response.status, text }
    })
    let others = 0
    while (!answered) {
      const [answer, alive] = await Promise.all([fetch(question), fetch(`${address}/livez`)])
      t.match([answer.status, alive.status], [200, 200])
      await Promise.all([answer.arrayBuffer(), alive.arrayBuffer()])
      others += 1
      await wait(20)
    }
    const { status, text } = await sent
    t.ok(others > 0, `${id}: ${others} others`)
    t.ok([200, 400, 413].includes(status), `${id}: ${status}`)
    if (status !== 200) t.match(text, /role="alert">|"detail":"/, 'and says why')
  }
  child.kill()
})
