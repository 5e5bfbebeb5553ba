import { pino } from 'pino'
import t from 'tap'
import { assetPath } from '../../src/pages/assets.ts'
import { build } from '../build-service.ts'

const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

t.test('a browser is refused with a page, a program with problem details', async (t) => {
  const { app } = await build(t)
  const page = await app.inject({ url: '/nowhere', headers: html })
  t.equal(page.statusCode, 404)
  t.match(page.headers['content-type'], 'text/html')
  t.match(page.headers['content-security-policy'], "default-src 'none'")
  t.match(page.payload, '没有这个地址')
  const english = await app.inject({ url: '/nowhere?lang=en', headers: html })
  t.match(english.payload, 'Back to the search')
  for (const [url, headers] of [
    ['/nowhere', {}],
    ['/nowhere', { accept: 'application/json' }],
    ['/v1/nowhere', html],
    ['/%761/lists/nothing', html],
    ['/suggest?kind=certificate', html],
  ] as const) {
    const response = await app.inject({ url, headers })
    t.match(response.headers['content-type'], 'application/problem+json', `${url} ${JSON.stringify(headers)}`)
  }
})

t.test('what is refused before a page is found is refused with a page too', async (t) => {
  const { app } = await build(t)
  const malformed = await app.inject({ url: '/%E4%B8', headers: html })
  t.equal(malformed.statusCode, 400)
  t.match(malformed.payload, '<!doctype html>')
  const wrongMethod = await app.inject({ method: 'DELETE', url: '/lists', headers: html })
  t.equal(wrongMethod.statusCode, 405)
  t.match(wrongMethod.payload, 'GET, HEAD')
  for (const url of ['/lists/nothing', '/lists/annex-3?page=9', '/lists/annex-3?page=x', '/boards?region=999999']) {
    const { statusCode, payload } = await app.inject({ url, headers: html })
    t.ok(statusCode === 404 || statusCode === 400, `${url} ${statusCode}`)
    t.match(payload, '<!doctype html>')
  }
  for (const page of ['0', '1e0', '1000001', '1&page=1']) {
    const { payload } = await app.inject({ url: `/lists/annex-3?page=${page}`, headers: html })
    t.match(payload, '参数 page（query）须为1 至 1000000 的整数', page)
  }
  const crowd = Array.from({ length: 201 }, (_, at) => `in=${at}`).join('&')
  t.equal((await app.inject({ url: `/boards?${crowd}`, headers: html })).statusCode, 400)
})

t.test('a fault inside is a page that tells nothing of it, and a line in the log', async (t) => {
  const lines: string[] = []
  const logger = pino({ level: 'error' }, { write: (line: string) => lines.push(line) })
  const { app, snapshot } = await build(t, { logger })
  Object.defineProperty(snapshot, 'lists', {
    get: () => {
      throw new Error('a secret place')
    },
  })
  for (const url of ['/lists/annex-3', '/?name=x']) {
    const { statusCode, payload, headers } = await app.inject({ url, headers: html })
    t.equal(statusCode, 500)
    t.match(payload, '服务内部错误')
    t.notMatch(payload, 'secret')
    t.match(JSON.parse(lines.at(-1) ?? ''), { id: headers['x-request-id'], err: { message: 'a secret place' } })
  }
})

t.test('an asset that is not there is a mistake of ours, found at once', (t) => {
  t.throws(() => assetPath('nothing.js'), /No asset/)
  t.end()
})
