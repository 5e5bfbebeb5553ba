import t from 'tap'
import { hasNginx, startNginx } from '../scripts/replicas/nginx.ts'
import { startReplica } from '../scripts/replicas/replica.ts'
import { examine, type Trial, tryReplicas } from '../scripts/replicas/try-replicas.ts'

const skip = hasNginx() ? false : 'SKIPPED: NO NGINX ON THIS MACHINE, SO NOTHING IS PROVEN ABOUT REPLICAS'

t.test('behind nginx no request is lost while replicas die, stop and take new data', { skip }, async (t) => {
  const { requests, failures, outcomes } = await tryReplicas()
  t.same(failures, [])
  t.ok(requests >= 1200, 'callers kept asking')
  t.equal(outcomes.size, 2, 'both versions of the data answered')
  for (const [version, words] of outcomes) t.equal(words.size, 1, `${version} always says the same`)
  t.same([...outcomes.values()].flatMap((words) => [...words]).sort(), ['prohibited', 'undetermined'])
})

t.test('an answer whose version and content disagree, or that is none, would be noticed', async (t) => {
  const trial: Trial = { requests: 0, failures: [], outcomes: new Map() }
  const answer = (version: string) =>
    new Response(JSON.stringify({ outcome: 'prohibited', dataset: { version: '1' } }), {
      headers: { 'dataset-version': version },
    })
  t.same(await examine(answer('1'), trial), [])
  t.same(await examine(answer('2'), trial), ['the header says 2, the body 1'])
  t.same(await examine(new Response('gone', { status: 502 }), trial), ['502 gone'])
})

t.test('what does not start says why', async (t) => {
  const folder = t.testdir({ data: { lists: { 'bad.json': '{}' } } })
  await t.rejects(startReplica(folder), { message: /^a replica did not start: The data cannot be used/ })
  await t.rejects(startNginx(folder, ['not a server']), { message: /^nginx did not start/ }, { skip })
})
