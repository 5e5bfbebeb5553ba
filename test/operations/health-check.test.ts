import { execFile } from 'node:child_process'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { localServer } from '../local-server.ts'

const program = join(import.meta.dirname, '../../src/operations/health-check.ts')

const check = (environment: NodeJS.ProcessEnv) =>
  new Promise<number>((done) => {
    const child = execFile(process.execPath, [program], { env: { ...process.env, ...environment } })
    child.once('exit', (code) => done(code ?? -1))
  })

const serve = async (t: Test, answer: (path: string) => number | null) =>
  `${await localServer(t, ({ url = '' }, response) => {
    const status = answer(url)
    if (status !== null) response.writeHead(status).end()
  })}`

t.test('the container is healthy while its service is ready', async (t) => {
  const PORT = await serve(t, (path) => (path === '/readyz' ? 200 : 404))
  for (const HOST of ['127.0.0.1', '0.0.0.0', '::', '', ' '])
    t.equal(await check({ HOST, PORT: ` ${PORT} ` }), 0, `"${HOST}"`)
})

t.test('it is not when the service is stopping, silent or gone', async (t) => {
  const HOST = '127.0.0.1'
  t.equal(await check({ HOST, PORT: await serve(t, () => 503) }), 1)
  t.equal(await check({ HOST, PORT: await serve(t, () => null) }), 1)
  t.equal(await check({ HOST, PORT: '1' }), 1)
})
