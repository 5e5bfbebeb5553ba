import t from 'tap'
import { durations, Traffic } from '../../src/operations/traffic.ts'
import { build } from '../build-service.ts'
import { logLines } from '../log-lines.ts'

t.test('requests, answers and callers are counted', async (t) => {
  const traffic = new Traffic()
  const callers = { nameOf: () => 'platform' }
  const { app } = await build(t, { logger: logLines().logger, parts: { traffic, callers } })
  const get = (url: string) => app.inject({ url, headers: { authorization: 'Bearer key' } })
  const url = `/v1/certificates/${encodeURIComponent('婚姻状况证明')}/status`
  await get(url)
  await get(url)
  await get(`/v1/tasks/${encodeURIComponent('登月')}/status`)
  await get('/nothing')
  await get('/v1/lists/%ff')
  t.same(
    [...traffic.requests],
    [
      [['GET', '/v1/certificates/:name/status', '200'], 2],
      [['GET', '/v1/tasks/:name/status', '200'], 1],
      [['GET', 'none', '404'], 1],
      [['GET', 'none', '400'], 1],
    ],
  )
  t.same(
    [...traffic.answers],
    [
      [['certificate', 'prohibited', 'exact'], 2],
      [['task', 'undetermined', 'none'], 1],
    ],
  )
  t.same([...traffic.callers], [[['platform'], 3]])
  t.equal(
    traffic.slots.reduce((sum, count) => sum + count),
    5,
  )
})

t.test('durations fall into the slot of the least bound that holds them', async (t) => {
  const traffic = new Traffic()
  for (const seconds of [0, 0.001, 0.0011, 0.25, 1, 60]) traffic.took(seconds)
  t.same(
    durations.map((bound, slot) => [bound, traffic.slots[slot]]).filter(([, count]) => count !== 0),
    [
      [0.001, 2],
      [0.0025, 1],
      [0.25, 1],
      [1, 1],
      [Number.POSITIVE_INFINITY, 1],
    ],
  )
})
