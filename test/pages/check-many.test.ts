import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { readXlsx } from '../../src/documents/sheet/read-sheet-blocks.ts'
import { Traffic } from '../../src/operations/traffic.ts'
import { build } from '../build-service.ts'
import { logLines } from '../log-lines.ts'
import { openBrowser, openPage } from './open-browser.ts'
import { openSite } from './site.ts'

const browser = await openBrowser(t)
const site = await openSite(t)

for (const javaScriptEnabled of [true, false]) {
  t.test(`pasted names become a table, script ${javaScriptEnabled ? 'on' : 'off'}`, async (t) => {
    const page = await openPage(t, browser, site, { javaScriptEnabled, acceptDownloads: true })
    await page.goto('/check')
    await page.fill('#text', '材料名称\t出具单位\n婚姻状况证明\t村委会\n无犯罪记录证明\t派出所\n\n<b>=1+1</b>')
    if (javaScriptEnabled) t.equal(await page.innerText('#count'), '已填 4 行')
    await page.click('.send button')
    await page.waitForSelector('.checked')
    const rows = page.locator('tbody tr')
    t.equal(await rows.count(), 3)
    t.match(await rows.nth(0).innerText(), /婚姻状况证明[\s\S]*不得要求村级组织出具[\s\S]*附件3第8项/)
    t.match(await rows.nth(2).innerText(), '<b>=1+1</b>')
    await page.click('label[for=show-not_applicable]')
    t.equal(await page.locator('tbody tr:visible').count(), 1)

    const [csv] = await Promise.all([page.waitForEvent('download'), page.click('button[value=csv]')])
    t.match(csv.suggestedFilename(), /^核查结果-2026-11-22\.csv$/)
    t.match(
      await readFile((await csv.path()) ?? '', 'utf8'),
      /^\ufeff序号,名称[\s\S]*婚姻状况证明,村委会,不得要求村级组织出具/,
    )
    const [xlsx] = await Promise.all([page.waitForEvent('download'), page.click('button[value=xlsx]')])
    const { blocks } = await readXlsx(await readFile((await xlsx.path()) ?? ''))
    t.match(JSON.stringify(blocks), '不得要求村级组织出具')
  })
}

t.test('a file is uploaded: CSV as Excel saves it, plain lines, and what is no table', async (t) => {
  const folder = t.testdir({
    'names.csv': '\ufeff序号,出具单位,证明名称\r\n1,村委会,婚姻状况证明\r\n2,,=1+1\r\n',
    'names.txt': '婚姻状况证明\n甲乙\n',
    'names.xlsx': 'no workbook',
    'names.docx': 'PK',
  })
  const page = await openPage(t, browser, site)
  const send = async (file: string) => {
    await page.goto('/check')
    await page.setInputFiles('#file', join(folder, file))
    await page.click('.send button')
    await page.waitForSelector('.checked, [role=alert]')
    return page.innerText('.checked tbody, [role=alert]')
  }
  t.match(await send('names.csv'), /婚姻状况证明[\s\S]*村委会[\s\S]*=1\+1/)
  t.match(await send('names.txt'), /婚姻状况证明[\s\S]*甲乙/)
  t.match(await send('names.xlsx'), '没有核查')
  await page.goto('/check')
  await page.fill('#text', '婚姻状况证明')
  await page.click('.send button')
  const [workbook] = await Promise.all([page.waitForEvent('download'), page.click('button[value=xlsx]')])
  await workbook.saveAs(join(folder, 'result.xlsx'))
  const rows = await send('result.xlsx')
  t.match(rows, /婚姻状况证明[\s\S]*不得要求/)
  t.notMatch(rows, '序号')
  t.match(await send('names.docx'), '没有核查')
})

t.test('a thousand names are checked, one more is refused before it is sent', async (t) => {
  const page = await openPage(t, browser, site)
  const names = (count: number) => Array.from({ length: count }, (_, at) => `第${at}号证明`).join('\n')
  await page.goto('/check')
  await page.fill('#text', names(1001))
  t.match(await page.innerText('#count'), '超过上限')
  await page.click('.send button')
  await page.waitForSelector('[role=alert]')
  t.match(await page.innerText('[role=alert]'), '1000')
  await page.fill('#text', names(1000))
  await page.click('.send button')
  await page.waitForSelector('.checked')
  t.equal(await page.locator('tbody tr').count(), 1000)
  await page.goto('/check')
  await page.click('.send button')
  await page.waitForSelector('[role=alert]')
  t.match(await page.innerText('[role=alert]'), '没有要核查的名称')
})

t.test('boards are ticked and the survey says what to do', async (t) => {
  const page = await openPage(t, browser, site, { javaScriptEnabled: false })
  await page.goto('/boards')
  await page.check('input[name=out][value=村民委员会]')
  await page.fill('#in-more', '村民委员会\n村务公开栏\n科普站\n科普站')
  await page.fill('#idle', '科普站\n老牌子')
  await page.click('.send button')
  const table = await page.innerText('tbody')
  t.match(table, /村民委员会\s+外部\s+可以保留/)
  t.match(table, /村民委员会\s+内部\s+应当摘除/)
  t.match(table, /村务公开栏\s+内部\s+可以保留/)
  t.match(table, /科普站 ×2\s+内部\s+需要核实/)
  t.match(table, /老牌子\s+—\s+需要核实/)
  t.match(await page.innerText('.checked .notice'), /外部还缺：.*村党组织/)
  t.ok(await page.isChecked('input[name=out][value=村民委员会]'))
})

const posted = async (t: Test, fields: Record<string, string>, headers = {}) => {
  const { app } = await build(t)
  return app.inject({
    method: 'POST',
    url: '/check',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', ...headers },
    payload: new URLSearchParams(fields).toString(),
  })
}

t.test('a row that cannot be asked about says so and spoils no other', async (t) => {
  const text = `婚姻状况证明\n${'长'.repeat(201)}\n收养登记委托书的证明\n赶集天气证明`
  const { payload, statusCode } = await posted(t, { kind: 'certificate', text })
  t.equal(statusCode, 200)
  t.match(payload, /无法核查[\s\S]*1 至 200 个字符/)
  t.match(payload, '《国家法律法规要求村(居)民委员会出具的证明》第2项')
  t.match(payload, '附件4、附件5、附件6 尚未提供')
  t.notMatch((await posted(t, { kind: 'task', text: '赶集' })).payload, '附件1 尚未提供', 'held in part is not missing')
})

t.test('the result speaks English to whoever asks for it, as a page and as a file', async (t) => {
  const fields = { kind: 'task', text: '编制并组织实施村发展规划', on: '2026-11-20' }
  const page = await posted(t, fields, { 'accept-language': 'en' })
  t.match(page.payload, 'annex 1 no. 1: ')
  t.match(page.payload, 'The village’s own statutory duty')
  const file = await posted(t, { ...fields, format: 'csv' }, { 'accept-language': 'en' })
  t.match(file.payload, '\ufeffNo,Name,Issuer')
  t.match(file.headers['content-disposition'], 'check-2026-11-20.csv')
})

t.test('a form that is no form is answered all the same', async (t) => {
  const { app } = await build(t)
  const headers = { accept: 'text/html' }
  for (const payload of [{ kind: 'nothing', text: 5 }, {}]) {
    const response = await app.inject({ method: 'POST', url: '/check', headers, payload })
    t.equal(response.statusCode, 400)
    t.match(response.payload, '没有要核查的名称')
  }
  t.equal((await app.inject({ method: 'POST', url: '/check', headers })).statusCode, 400)
})

t.test('a day or a place that is none is said once, not beside every row', async (t) => {
  for (const wrong of [{ on: 'yesterday' }, { region: '99' }, { region: '999999' }]) {
    const { payload, statusCode } = await posted(t, { text: '婚姻状况证明', format: 'xlsx', ...wrong })
    t.equal(statusCode, 400)
    t.match(payload, '<!doctype html>')
  }
})

const multipart = 'multipart/form-data; boundary=b'
const part = (about: string, content: string) => `--b\r\nContent-Disposition: form-data; ${about}\r\n\r\n${content}`

t.test('an upload that is malformed is refused as such, and is no fault of the service', async (t) => {
  const { logger, lines } = logLines()
  const { app } = await build(t, { logger })
  const send = async (payload: string, type = multipart) =>
    (await app.inject({ method: 'POST', url: '/check', headers: { 'content-type': type }, payload })).statusCode
  t.equal(await send('abc', 'multipart/form-data'), 400)
  t.equal(await send('abc'), 400)
  t.equal(await send(part('name="text"', '婚姻状况证明')), 400)
  t.equal(await send(part('name="file"; filename="a.csv"', '婚姻状况证明')), 400)
  t.equal(await send(part('name="text"\r\nContent-Type: application/json', '{\r\n--b--\r\n')), 400)
  t.equal(await send(`${part('name="file"; filename="a.csv"', 'x'.repeat(5_000_000))}\r\n--b--\r\n`), 413)
  const several = (count: number, about: string) =>
    Array.from({ length: count }, () => `${part(about, 'x')}\r\n`).join('')
  t.equal(await send(`${several(11, 'name="text"')}--b--\r\n`), 400)
  t.equal(await send(`${several(2, 'name="file"; filename="a.csv"')}--b--\r\n`), 400)
  t.equal(await send(`${several(10, 'name="text"')}--b--\r\n`), 200)
  t.equal(await send(`${part('name="text"', '婚姻状况证明')}\r\n--b--\r\n`), 200)
  t.same(
    lines.map(({ msg, status }) => [msg, status]),
    [400, 400, 400, 400, 400, 413, 400, 400, 200, 200].map((status) => ['request', status]),
  )
})

t.test('whoever goes away during the upload, or before the file is made, is one line and no fault', async (t) => {
  const { logger, lines } = logLines()
  const traffic = new Traffic()
  const { app } = await build(t, { logger, parts: { traffic } })
  await app.listen({ host: '127.0.0.1', port: 0 })
  lines.length = 0
  const { port } = app.server.address() as AddressInfo
  const send = async (type: string, length: number, body: string) => {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write(`POST /check HTTP/1.1\r\nHost: a\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\n\r\n${body}`)
    return socket
  }
  for (const begun of [part('name="text"', '婚姻'), part('name="file"; filename="a.csv"', '婚姻')]) {
    const reached = once(app.server, 'request')
    const socket = await send(multipart, 10_000, begun)
    await reached
    socket.destroy()
  }
  const text = Array.from({ length: 1000 }, (_, at) => `关于张三${at}的婚姻状况证明材料`).join('\n')
  const form = new URLSearchParams({ format: 'xlsx', text }).toString()
  const socket = await send('application/x-www-form-urlencoded', form.length, form)
  while ([...traffic.answers].length === 0) await wait(1)
  socket.destroy()
  while (lines.length < 3) await wait(5)
  // What is still being made when its line is written comes to its end.
  while ([...traffic.answers].reduce((sum, [, count]) => sum + count, 0) < 1000) await wait(5)
  await wait(300)
  t.same(
    lines.map(({ msg, status }) => [msg, status]),
    [1, 2, 3].map(() => ['request', 499]),
  )
  t.equal(traffic.faults, 0)
})
