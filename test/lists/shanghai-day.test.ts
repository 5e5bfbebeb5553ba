import t from 'tap'
import { shanghaiDay, shanghaiDays } from '../../src/lists/days.ts'

t.test('the day begins at midnight in Shanghai', async (t) => {
  t.equal(shanghaiDay(Date.parse('2026-11-21T15:59:59.999Z')), '2026-11-21')
  t.equal(shanghaiDay(Date.parse('2026-11-21T16:00:00.000Z')), '2026-11-22')
  t.equal(shanghaiDay(Date.parse('2026-12-31T16:00:00.000Z')), '2027-01-01')
})

t.test('a clock that is asked again and again tells each day, forwards and backwards', async (t) => {
  let now = ''
  const today = shanghaiDays(() => Date.parse(now))
  for (const [instant, day] of [
    ['2026-11-21T15:59:59.999Z', '2026-11-21'],
    ['2026-11-21T16:00:00.000Z', '2026-11-22'],
    ['2026-11-22T15:59:59.999Z', '2026-11-22'],
    ['2026-11-21T15:59:59.999Z', '2026-11-21'],
  ] as const) {
    now = instant
    t.equal(today(), day)
  }
})
