import t from 'tap'
import { shanghaiDay } from '../src/shanghai-day.ts'

t.test('the day begins at midnight in Shanghai', async (t) => {
  t.equal(shanghaiDay(new Date('2026-11-21T15:59:59.999Z')), '2026-11-21')
  t.equal(shanghaiDay(new Date('2026-11-21T16:00:00.000Z')), '2026-11-22')
  t.equal(shanghaiDay(new Date('2026-12-31T16:00:00.000Z')), '2027-01-01')
})
