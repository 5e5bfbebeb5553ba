import { join } from 'node:path'
import t from 'tap'
import { without } from '../../scripts/optional-tools.ts'

// What only runs with nginx is loaded only where there is one: a file of which nothing is run would be counted as untested.

t.test('behind nginx no request is lost while replicas die, stop and take new data', without('nginx'), async (t) => {
  const { tryReplicas } = await import('../../scripts/replicas/try-replicas.ts')
  const { requests, failures, outcomes } = await tryReplicas()
  t.same(failures, [])
  t.ok(requests >= 1200, 'callers kept asking')
  t.equal(outcomes.size, 2, 'both versions of the data answered')
  for (const [version, words] of outcomes) t.equal(words.size, 1, `${version} always says the same`)
  t.same([...outcomes.values()].flatMap((words) => [...words]).sort(), ['prohibited', 'undetermined'])
})

t.test(
  'nginx passes uploads on as large as the service takes them, and compresses what the service does not',
  without('nginx'),
  async (t) => {
    // A machine that is busy with other tests reads a form late: that is no matter of nginx.
    Object.assign(process.env, { WORK_TIME_MS: '20000', CONNECTION_TIMEOUT_MS: '55000' })
    const { startNginx } = await import('../../scripts/replicas/nginx.ts')
    const { startReplica } = await import('../../scripts/replicas/replica.ts')
    const { child, address: replica } = await startReplica(t.testdir({ replica: {}, nginx: {} }))
    const [nginx, address] = await startNginx(join(t.testdirName, 'nginx'), [replica])
    t.teardown(() => [child.kill('SIGKILL'), nginx.kill()])
    // 3 MB are within the service's limit of 4; 5 MB are refused, but in its words.
    for (const megabytes of [3, 5]) {
      const form = new FormData()
      form.set('text', '死亡证明'.padEnd(megabytes * 2 ** 20, ' '))
      const answer = await fetch(`${address}/check`, { method: 'POST', body: form })
      t.equal(answer.status, megabytes === 3 ? 200 : 413)
      t.match(answer.headers.get('x-request-id'), /^[0-9a-f]{32}$/, 'answered by the service')
      t.notMatch(await answer.text(), 'nginx')
    }
    const list = await fetch(`${address}/v1/lists/annex-3/items`, { headers: { 'accept-encoding': 'gzip' } })
    t.equal(list.headers.get('content-encoding'), 'gzip')
    t.match(await list.json(), { items: [] })
    const known = { 'accept-encoding': 'gzip', 'if-none-match': `${list.headers.get('etag')}` }
    t.equal((await fetch(`${address}/v1/lists/annex-3/items`, { headers: known })).status, 304)
  },
)

t.test('an nginx that does not start says why', without('nginx'), async (t) => {
  const { startNginx } = await import('../../scripts/replicas/nginx.ts')
  await t.rejects(startNginx(t.testdir({}), ['not a server']), { message: /^nginx did not start/ })
})
