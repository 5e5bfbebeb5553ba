import t, { type Test } from 'tap'
import { build } from '../../build-service.ts'
import { sendRaw } from '../../send-raw.ts'

/** Sends requests to a service on the reviewed data. */
async function sender(t: Test): Promise<(bytes: string) => Promise<string>> {
  const { app } = await build(t)
  await app.listen({ host: '127.0.0.1', port: 0 })
  return (bytes) => sendRaw(app, bytes)
}

const asked = (line: string, type: string, fields = '', body = '') =>
  `${line} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAccept-Language: en\r\nContent-Type: ${type}\r\n${fields}\r\n${body}`
const json = 'application/json'

t.test('a body of which the type alone is told is empty, and nobody waits for it', async (t) => {
  const send = await sender(t)
  const answers: readonly [request: string, answer: RegExp][] = [
    [asked('POST /v1/check', json), /^HTTP\/1\.1 400 .*"type":"urn:qingdan:problem:malformed-request"/s],
    [asked('POST /check', 'application/x-www-form-urlencoded'), /^HTTP\/1\.1 400 .*<html lang="en"/s],
    [asked('POST /check', 'multipart/form-data; boundary=a'), /^HTTP\/1\.1 400 .*<html lang="en"/s],
    [asked('POST /nowhere', json), /^HTTP\/1\.1 400 .*"type":"urn:qingdan:problem:malformed-request"/s],
    [asked('GET /v1/lists', json), /^HTTP\/1\.1 200 .*"annex-1"/s],
  ]
  for (const [request, answer] of answers) t.match(await send(request), answer, request.split('\r\n')[0] as string)
})

t.test('the stream of a request is over from the start where no body is announced, and only there', async (t) => {
  const { app } = await build(t)
  const ended: boolean[] = []
  app.server.on('request', ({ readableEnded }) => ended.push(readableEnded))
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  for (const options of [{}, { method: 'POST', body: '{}' }]) await (await fetch(`${address}/v1/check`, options)).text()
  t.same(ended, [true, false])
})

t.test('a body whose length is told, or that comes in chunks, is read', async (t) => {
  const send = await sender(t)
  const question = '{"questions":[{"kind":"certificate","name":"a"}]}'
  const size = question.length
  const announced = [
    [`Content-Length: ${size}\r\n`, question],
    ['Transfer-Encoding: chunked\r\n', `${size.toString(16)}\r\n${question}\r\n0\r\n\r\n`],
  ] as const
  for (const [fields, body] of announced) {
    t.match(await send(asked('POST /v1/check', json, fields, body)), /^HTTP\/1\.1 200 .*"results":/s)
    t.match(await send(asked('GET /v1/lists', json, fields, body)), /^HTTP\/1\.1 200 .*"annex-1"/s)
  }
})
