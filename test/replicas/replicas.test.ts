import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import t from 'tap'
import { examine, type Trial } from '../../scripts/replicas/examine.ts'
import { newData, question, startReplica } from '../../scripts/replicas/replica.ts'

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

t.test('a replica answers from its own copy of the data, which may change while it runs', async (t) => {
  const trial: Trial = { requests: 0, failures: [], outcomes: new Map() }
  const replica = await startReplica(t.testdir({}))
  const { child, address } = replica
  const ask = async () => {
    const path = `/v1/certificates/${encodeURIComponent(question)}/status`
    t.same(await examine(await fetch(`http://${address}${path}`), trial), [])
  }
  await ask()
  newData(replica)
  while (trial.outcomes.size < 2) await ask().then(() => wait(20))
  t.same(
    [...trial.outcomes.values()].map((words) => [...words]),
    [['undetermined'], ['prohibited']],
  )
  child.kill('SIGTERM')
  t.same(await once(child, 'exit'), [0, null])
})

t.test('one that does not start says why', async (t) => {
  const folder = t.testdir({ data: { lists: { 'bad.json': '{}' } } })
  await t.rejects(startReplica(folder), { message: /^a replica did not start: The data cannot be used/ })
})
