import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import t, { type Test } from 'tap'

const program = join(import.meta.dirname, '../src/health-check.ts')

const check = (environment: NodeJS.ProcessEnv) =>
  new Promise<number>((done) => {
    const child = execFile(process.execPath, [program], { env: { ...process.env, ...environment } })
    child.once('exit', (code) => done(code ?? -1))
  })

async function serve(t: Test, answer: (path: string) => number | null): Promise<string> {
  const server = createServer(({ url = '' }, response) => {
    const status = answer(url)
    if (status !== null) response.writeHead(status).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  return `${(server.address() as AddressInfo).port}`
}

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
