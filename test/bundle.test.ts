import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import t from 'tap'
import type { Answer } from '../src/rulings/answer.ts'
import { bundled, imageOptions } from './bundled.ts'
import { reviewedData, writeData } from './data-folder.ts'
import { projectCopy } from './project-copy.ts'
import { startService } from './run-service.ts'

const root = join(import.meta.dirname, '..')

t.test('the bundle serves what the sources serve: answers, pages, documentation, new data', async (t) => {
  const { dataDir, databasePath } = writeData(t, reviewedData())
  const main = bundled(t, join(dirname(databasePath), 'bundle'))
  const environment = { DATA_DIR: dataDir, DATABASE_PATH: databasePath }
  const messages: string[] = []
  const line = (text: string) => messages.push(JSON.parse(text).msg)
  const { child, address, dataset } = await startService(t, environment, { main, line })
  const ask = async (path: string) => (await fetch(`${address}${path}`)).text()
  const question = `/v1/certificates/${encodeURIComponent('死亡证明')}/status?on=2026-11-22`

  const answer = JSON.parse(await ask(question)) as Answer
  t.match(answer, { outcome: 'prohibited', dataset: { version: dataset } })
  const { headers } = await fetch(`${address}${question}`)
  t.match(headers.get('etag'), /\.zh\.[0-9a-f]{8}"$/, 'what callers keep of another release is not confirmed')
  t.match(await ask('/'), '<html lang="zh-CN"')
  const form = new FormData()
  form.set('file', new Blob(['证明名称\n死亡证明\n']), 'names.csv')
  const checked = await fetch(`${address}/check`, { method: 'POST', body: form })
  t.match(await checked.text(), /<tr class="is-prohibited/, 'a file is read by the process that is bundled beside it')
  t.match(await ask('/docs/'), 'swagger-ui')
  t.match(JSON.parse(await ask('/openapi.json')), { openapi: /^3\.1/ })

  const file = join(dataDir, 'lists/annex-3.json')
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('死亡证明', '居民死亡证明'))
  child.kill('SIGHUP')
  while (!messages.includes('data read again')) await once(child.stdout as NodeJS.ReadableStream, 'data')
  const { dataset: now, match } = JSON.parse(await ask(question)) as Answer
  t.not(now.version, dataset)
  t.equal(match?.name, '居民死亡证明')
  child.kill()
  t.strictSame(await once(child, 'exit'), [0, null])
})

t.test('npm start runs the bundle with the options of the image', async (t) => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  t.equal(scripts.start, `node ${imageOptions().join(' ')} scripts/start.js`)
  t.ok(imageOptions().length > 0)
  for (const [name, command] of Object.entries(scripts))
    t.notMatch(command, /\$|\bexec\b|[;'|<>*~]|^\w+=/, `${name} needs no POSIX shell`)
})

t.test('what is loaded on demand is in the bundle, too: metrics, traces, annexes', async (t) => {
  const { dataDir, databasePath } = writeData(t, reviewedData())
  const main = bundled(t, join(dirname(databasePath), 'bundle'))
  const annexes = join(dirname(databasePath), 'annexes')
  mkdirSync(annexes)
  writeFileSync(join(annexes, 'annex-5.csv'), '附件5\n序号,证明事项名称\n1,林木采伐申请证明\n')
  const collector = createServer((request, response) => request.resume().on('end', () => response.end()))
  await once(collector.listen(0, '127.0.0.1'), 'listening')
  t.teardown(() => collector.close())
  const { port } = collector.address() as AddressInfo
  const environment = {
    ...{ DATA_DIR: dataDir, DATABASE_PATH: databasePath, ANNEX_DIR: annexes, METRICS_PORT: '0' },
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
  }
  let metricsPort = 0
  const line = (text: string) => {
    metricsPort = JSON.parse(text).metricsPort ?? metricsPort
  }
  const { child, address } = await startService(t, environment, { main, line })
  const question = `${address}/v1/certificates/${encodeURIComponent('林木采伐申请证明')}/status`
  t.match(await (await fetch(question)).json(), { outcome: 'permitted', match: { item: 'annex-5/1' } })
  t.match(await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text(), 'qingdan_requests_total')
  const spans = once(collector, 'request')
  child.kill()
  t.match(await spans, [{ method: 'POST', url: '/v1/traces' }], 'what was traced is sent before the end')
  t.strictSame(await once(child, 'exit'), [0, null])
})

t.test('npm start ends the service when npm is told to end', async (t) => {
  const { dataDir, databasePath } = writeData(t, reviewedData())
  const npm = spawn('npm', ['start'], {
    cwd: projectCopy(t),
    env: { ...process.env, HOST: '', PORT: '0', LOG_LEVEL: '', DATA_DIR: dataDir, DATABASE_PATH: databasePath },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  t.teardown(() => npm.kill('SIGKILL'))
  // Not its exit: the service, whose output this is, may end after it.
  const ended = once(npm, 'close')
  let log = ''
  npm.stdout.on('data', (part: Buffer) => {
    const ready = log.includes('"ready"')
    log += part
    if (!ready && log.includes('"ready"')) npm.kill()
  })
  await ended
  t.match(log, /"stopped"\}\n$/, 'it ends as one that was told to')
})
