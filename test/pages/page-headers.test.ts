import { gunzipSync } from 'node:zlib'
import t from 'tap'
import { release } from '../../src/http/answers/release.ts'
import { build, patient, testDay } from '../build-service.ts'

const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

t.test('a page may load nothing but its own parts and tells nobody where its reader came from', async (t) => {
  const { app, snapshot } = await build(t)
  const { headers, statusCode } = await app.inject({ url: '/?lang=en', headers: html })
  t.equal(statusCode, 200)
  t.match(headers, {
    'content-type': 'text/html; charset=utf-8',
    'content-language': 'en',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cache-control': 'no-cache',
    vary: 'accept-language, accept-encoding',
  })
  const policy = String(headers['content-security-policy'])
  t.match(policy, "default-src 'none'; style-src 'self'; script-src 'self'")
  t.notMatch(policy, 'unsafe')
  t.match(headers.etag, new RegExp(`^W/"${snapshot.version}\\.${testDay}\\.en\\.${release}\\.[0-9a-f]{8}"$`))
})

t.test('a page that a browser still has is not sent again; one in another language is', async (t) => {
  const { app } = await build(t)
  const first = await app.inject({ url: '/lists', headers: html })
  const known = { ...html, 'if-none-match': String(first.headers.etag) }
  const again = await app.inject({ url: '/lists', headers: known })
  t.equal(again.statusCode, 304)
  t.equal(again.payload, '')
  const tag = String(first.headers.etag)
  for (const names of [`"other", ${tag}`, tag.replace('W/', ''), '*']) {
    t.equal((await app.inject({ url: '/lists', headers: { ...html, 'if-none-match': names } })).statusCode, 304, names)
  }
  t.equal((await app.inject({ url: '/lists', headers: { ...html, 'if-none-match': '"other"' } })).statusCode, 200)
  for (const [headers, status] of [
    [html, 200],
    [known, 304],
  ] as const) {
    const head = await app.inject({ method: 'HEAD', url: '/lists', headers })
    t.match(head, { statusCode: status, payload: '', headers: { etag: tag, vary: 'accept-language, accept-encoding' } })
  }
  t.equal((await app.inject({ url: '/lists?lang=en', headers: known })).statusCode, 200)
  const data = await app.inject({ url: '/data', headers: html })
  t.equal(data.headers['cache-control'], 'no-store', 'the state of loading changes by itself')
})

t.test('a slip is always sent anew: it bears the address of the service, which may be another since', async (t) => {
  const site = async (publicUrl: string) => (await build(t, { parts: { settings: { ...patient, publicUrl } } })).app
  const url = '/slip?kind=certificate&name=a'
  const [before, after] = [await site('http://old.example'), await site('https://new.example')]
  const { headers } = await before.inject({ url, headers: html })
  const known = headers.etag ?? (await before.inject({ url: '/', headers: html })).headers.etag
  const again = await after.inject({ url, headers: { ...html, 'if-none-match': String(known) } })
  t.equal(again.statusCode, 200)
  t.equal(again.headers['cache-control'], 'no-cache')
  t.match(again.payload, 'https://new.example')
})

t.test('a page says whether names are recorded, and is sent anew once that has changed', async (t) => {
  const silent = await build(t)
  const logging = await build(t, { parts: { settings: { ...patient, logNames: true } } })
  for (const url of ['/', '/nowhere', `/%E5%A9?name=a`]) {
    const said = async ({ app }: typeof silent) => {
      const pages = await Promise.all(
        ['zh', 'en'].map((language) => app.inject({ url, headers: { ...html, 'accept-language': language } })),
      )
      return pages.map(({ payload }) => payload).join()
    }
    t.match(await said(silent), /不记录所查名称。.*names asked about are not recorded\./s, url)
    t.match(await said(logging), /所查名称可能被记录。.*names asked about may be recorded\./s, url)
    t.notMatch(await said(logging), /不记录|not recorded/, url)
  }
  const known = async ({ app }: typeof silent) => {
    const { headers } = await app.inject({ url: '/', headers: html })
    return { ...html, 'if-none-match': String(headers.etag) }
  }
  t.equal((await logging.app.inject({ url: '/', headers: await known(logging) })).statusCode, 304)
  t.equal((await logging.app.inject({ url: '/', headers: await known(silent) })).statusCode, 200)
  t.equal((await silent.app.inject({ url: '/', headers: await known(logging) })).statusCode, 200)
})

t.test('longer pages go out compressed to whoever takes it', async (t) => {
  const { app } = await build(t)
  const plain = await app.inject({ url: '/lists/annex-1', headers: html })
  t.notOk(plain.headers['content-encoding'])
  const packed = await app.inject({ url: '/lists/annex-1', headers: { ...html, 'accept-encoding': 'gzip, deflate' } })
  t.equal(packed.headers['content-encoding'], 'gzip')
  t.equal(gunzipSync(packed.rawPayload).toString(), plain.payload)
  const short = await app.inject({ url: '/nowhere', headers: { ...html, 'accept-encoding': 'gzip' } })
  t.notOk(short.headers['content-encoding'])
})

t.test('assets keep for good under a name that changes with them', async (t) => {
  const { app } = await build(t)
  const { payload } = await app.inject({ url: '/', headers: html })
  const [, style = ''] = /href="(\/assets\/style-[0-9a-f]{10}\.css)"/.exec(payload) ?? []
  const { headers } = await app.inject({ url: style })
  t.equal(headers['cache-control'], 'public, max-age=31536000, immutable')
  t.equal(headers['content-type'], 'text/css; charset=utf-8')
})
