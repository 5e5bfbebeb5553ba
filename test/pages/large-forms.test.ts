import { gunzipSync } from 'node:zlib'
import t, { type Test } from 'tap'
import { hardNames } from '../../bench/worst-bodies.ts'
import { build, patient } from '../build-service.ts'

const encoded = 'application/x-www-form-urlencoded'
const part = (about: string, content: string) =>
  `--b\r\nContent-Disposition: form-data; name=${about}\r\n\r\n${content}\r\n`
const upload = (name: string, content: string, more = '') =>
  `${more}${part(`"file"; filename="${name}"`, content)}--b--\r\n`

async function service(t: Test, work: Partial<typeof patient.work> = {}) {
  const { app } = await build(t, {
    parts: { settings: { ...patient, work: { ...patient.work, ...work } } },
  })
  return async (type: string, payload: string | Buffer, headers = {}) =>
    app.inject({
      method: 'POST',
      url: '/check',
      headers: {
        accept: 'text/html',
        'content-type': type === 'multipart' ? 'multipart/form-data; boundary=b' : type,
        ...headers,
      },
      payload,
    })
}

const alert = (page: string) => /role="alert">.*?<p>(.*?)<\/p>/s.exec(page)?.[1]

t.test('what is long is read in another process, as what is short is read in this one', async (t) => {
  const send = await service(t)
  const names = ['婚姻状况证明\t村委会', ...Array.from({ length: 40_000 }, () => ''), '死亡证明'].join('\n')
  t.match(await send(encoded, new URLSearchParams({ text: names }).toString()), {
    statusCode: 200,
    payload: /婚姻状况证明[\s\S]*村委会[\s\S]*死亡证明/,
  })
  t.match(await send('multipart', `${part('"text"', names)}--b--\r\n`), { statusCode: 200, payload: /死亡证明/ })
  t.match(await send('application/json', JSON.stringify({ text: names, kind: ['task'] })), { statusCode: 200 })
  t.match(await send('multipart', upload('a.csv', '证明名称\n死亡证明\n')), { statusCode: 200, payload: /死亡证明/ })
  const page = await send('multipart', upload('a.docx', 'PK', part('"kind"', 'task')))
  t.equal(page.statusCode, 400)
  t.match(page.payload, /value="task" checked/, 'what else was chosen is chosen still')
})

t.test('whoever sends what takes too much is told what to do, and the form keeps what was chosen', async (t) => {
  const table = upload('a.csv', '\n'.repeat(3_900_000), part('"kind"', 'task') + part('"text"', '赶集'))
  const slow = await service(t, { timeMs: 1 })
  const late = await slow('multipart', table)
  t.match(alert(late.payload), '读取该表格所需时间超过允许')
  t.match(late, { statusCode: 413, payload: /value="task" checked/ })
  const busy = await service(t, { waitMs: 1 })
  const refused = await busy('multipart', table)
  t.match(refused, { statusCode: 503, headers: { 'retry-after': '10' }, payload: /现在有多份表格正在读取/ })

  const small = await service(t, { memoryMb: 32 })
  const cells = await small('multipart', upload('a.csv', `${'1,'.repeat(400)}\n`.repeat(4800)))
  t.ok([400, 413].includes(cells.statusCode), 'small memory')
  t.match(alert((await small(encoded, 'text=%E6%AD%BB')).payload), undefined)
})

t.test('a text that was cut is refused; one that is long is not put into the form again', async (t) => {
  const send = await service(t)
  t.equal((await send('multipart', `${part('"text"', 'x\n'.repeat(2_200_000))}--b--\r\n`)).statusCode, 413)
  const lines = (count: number) => Array.from({ length: count }, (_, at) => `第${at}号证明`).join('\n')
  const put = await send(encoded, new URLSearchParams({ text: lines(1001) }).toString())
  t.match(put, { statusCode: 400, payload: /第1000号证明/ })
  const left = await send(encoded, new URLSearchParams({ text: lines(60_000) }).toString())
  t.equal(left.statusCode, 400)
  t.match(alert(left.payload), '1000')
  t.notMatch(left.payload, '第1000号证明')
})

t.test('a field that says it is JSON is not read as JSON, however deep', async (t) => {
  const send = await service(t)
  const head = '--b\r\nContent-Disposition: form-data; name="text"\r\nContent-Type: application/json\r\n\r\n'
  const { statusCode, payload } = await send('multipart', `${head}${'['.repeat(1_000_000)}\r\n--b--\r\n`)
  t.equal(statusCode, 400)
  t.match(payload, '没有要核查的名称')
})

t.test('more fields than the form has are not read', async (t) => {
  const send = await service(t)
  const fields = Array.from({ length: 30 }, (_, at) => `k${at}=1`).join('&')
  t.match(await send(encoded, `${fields}&text=%E6%AD%BB%E4%BA%A1%E8%AF%81%E6%98%8E`), { statusCode: 400 })
})

t.test('a cell too long for a name is cut, and is too long still', async (t) => {
  const send = await service(t)
  const { payload } = await send('multipart', upload('a.csv', `名称\n${'长'.repeat(30_000)}\n死亡证明\n`))
  t.match(payload, /无法核查[\s\S]*死亡证明/)
  const seen = payload.replaceAll(/<textarea[^>]*hidden>.*?<\/textarea>/gs, '')
  t.ok(seen.length < 20_000, 'what is kept for another reading of the columns is not seen')
})

t.test('a thousand hard names come as a page that is compressed, and as files', async (t) => {
  const send = await service(t)
  const all = hardNames(1000)
  t.match(await send(encoded, new URLSearchParams({ text: all.join('\n') }).toString()), {
    statusCode: 400,
    payload: /一格里写有几项的按几项计，合计超过 1000 项/,
  })
  // Each of them one paper.
  const names = all.map((name) => name.replaceAll('、', '和'))
  const text = names.join('\n')
  const page = await send(encoded, new URLSearchParams({ text }).toString(), { 'accept-encoding': 'gzip' })
  t.equal(page.headers['content-encoding'], 'gzip')
  t.equal(
    gunzipSync(page.rawPayload)
      .toString()
      .match(/<tr class="is-/g)?.length,
    1000,
  )
  const csv = await send(encoded, new URLSearchParams({ text, format: 'csv' }).toString())
  t.equal(csv.payload.split('\r\n').length, 1002)
  const workbook = await send(encoded, new URLSearchParams({ text, format: 'xlsx' }).toString())
  t.equal(workbook.rawPayload.toString('latin1', 0, 2), 'PK')
})
