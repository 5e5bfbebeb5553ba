import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { boundConnections, mostConnections, openFileLimit } from '../../src/operations/connections.ts'
import { logLines } from '../log-lines.ts'

t.test('connections leave files for everything else', async (t) => {
  t.equal(mostConnections(null, 256), 192)
  t.equal(mostConnections(null, 1024), 768)
  t.equal(mostConnections(null, 64), 1, 'one is always served')
  t.equal(mostConnections(null, Number.POSITIVE_INFINITY), 4096)
  t.equal(mostConnections(100, 1024), 100)
  t.equal(mostConnections(1000, 1024), 768, 'a setting makes no files')
  t.equal(mostConnections(50_000, Number.POSITIVE_INFINITY), 50_000)
})

t.test('the system says how many files may be open, or sets no bound', async (t) => {
  t.ok(openFileLimit() > 100)
  const { getReport } = process.report
  t.teardown(() => {
    process.report.getReport = getReport
  })
  for (const report of [{}, { userLimits: { open_files: { soft: 'unlimited' } } }]) {
    process.report.getReport = () => report
    t.equal(openFileLimit(), Number.POSITIVE_INFINITY)
  }
})

/** A server with places for some connections; the address that a caller names is its own. */
async function bounded(t: Test, most: number, answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const { logger, lines } = logLines()
  const counted = { refusedConnections: 0 }
  const server = createServer(answer)
  boundConnections(server, { most, counted, logger, clientOf: (address = 'gone') => address })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const open = async (client: string) => {
    const socket = connect({ port, host: '127.0.0.1', localAddress: client }).on('error', () => {})
    t.teardown(() => socket.destroy())
    await once(socket, 'connect')
    return socket
  }
  t.teardown(() => server.closeAllConnections())
  t.teardown(() => server.close())
  return { server, open, counted, lines }
}

const hog = '127.0.0.2'
const other = '127.0.0.3'

const said = async (socket: Socket) => String((await once(socket, 'data'))[0])
const ask = (socket: Socket) => socket.write('GET / HTTP/1.1\r\nhost: a\r\n\r\n')

t.test('whoever has the most connections gives up one that is silent, and everybody else is served', async (t) => {
  const { open, counted, lines } = await bounded(t, 3, (_request, response) => response.end('served'))
  const [first, used, slow] = [await open(hog), await open(hog), await open(hog)]
  ask(used)
  t.match(await said(used), /served/)
  slow.write('POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\n\r\nslow')
  t.match(await said(slow), /served/)
  const gone = [once(first, 'close'), once(used, 'close')]
  const strangers = [await open(other)]
  await gone[0]
  strangers.push(await open(other))
  await gone[1]
  for (const stranger of strangers) {
    ask(stranger)
    t.match(await said(stranger), /served/)
  }
  t.notOk(slow.destroyed)
  t.equal(counted.refusedConnections, 2)
  t.match(lines, [{ level: 40, most: 3, refused: 1, msg: 'connections are refused' }])
  t.equal(lines.length, 1, 'told of now and then')
})

t.test('a request that is still being sent keeps no place, and one that waits for its answer does', async (t) => {
  const answers: ServerResponse[] = []
  const { open, counted } = await bounded(t, 2, (_request, response) => void answers.push(response))
  const [waiting, sending] = [await open(hog), await open(hog)]
  ask(waiting)
  sending.write('POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\n\r\nslow')
  while (answers.length < 2) await wait(5)
  const gone = once(sending, 'close')
  const stranger = await open(other)
  await gone
  ask(stranger)
  while (answers.length < 3) await wait(5)
  const another = await open(hog)
  await once(another, 'close')
  t.notOk(waiting.destroyed, 'its client has nothing else that is silent')
  for (const answer of answers) answer.end('answered')
  t.match(await Promise.all([said(waiting), said(stranger)]), [/answered/, /answered/])
  t.equal(counted.refusedConnections, 2)
})

t.test('where all that whoever has the most sent waits for answers, the new one goes', async (t) => {
  const answers: ServerResponse[] = []
  const { open, counted } = await bounded(t, 2, (_request, response) => void answers.push(response))
  const waiting = [await open(hog), await open(hog)]
  for (const socket of waiting) ask(socket)
  while (answers.length < 2) await wait(5)
  await once(await open(other), 'close')
  for (const answer of answers) answer.end('answered')
  t.match(await Promise.all(waiting.map(said)), [/answered/, /answered/])
  t.equal(counted.refusedConnections, 1)
})

t.test('with room again, the next is served', async (t) => {
  const { server, open, counted } = await bounded(t, 1, (_request, response) => response.end('served'))
  for (const client of [hog, other]) {
    const socket = await open(client)
    ask(socket)
    t.match(await said(socket), /served/)
    socket.destroy()
    while ((await new Promise((resolve) => server.getConnections((_error, count) => resolve(count)))) !== 0)
      await wait(5)
  }
  t.equal(counted.refusedConnections, 0)
})

t.test('what the system does not take is counted as well', async (t) => {
  const { server, counted, lines } = await bounded(t, 1, () => {})
  server.emit('drop')
  server.emit('error', Object.assign(new Error('accept EMFILE'), { code: 'EMFILE' }))
  t.equal(counted.refusedConnections, 2)
  t.match(lines, [{ level: 40, most: 1, refused: 1 }])
})
