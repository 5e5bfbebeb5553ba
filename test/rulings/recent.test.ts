import t from 'tap'
import { Recent } from '../../src/rulings/recent.ts'

t.test('what is asked for again and again is worked out once, whatever else is asked', async (t) => {
  const recent = new Recent<string>(10)
  let worked = 0
  for (let other = 0; other < 1000; other += 1) {
    recent.get('often', () => {
      worked += 1
      return 'often'
    })
    recent.get(`other ${other}`, () => 'other')
    t.ok(recent.size <= 10)
  }
  t.equal(worked, 1)
})

t.test('what was asked for longest ago is worked out anew', async (t) => {
  const recent = new Recent<number>(4)
  for (const at of [1, 2, 3, 4, 5]) recent.get(`${at}`, () => at)
  t.equal(
    recent.get('5', () => 0),
    5,
  )
  t.equal(
    recent.get('1', () => 0),
    0,
  )
})
