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

t.test('where values have weights, these are what is bounded', (t) => {
  const recent = new Recent<string>(10, ({ length }) => length)
  recent.keep('too heavy', '123456')
  t.equal(recent.find('too heavy'), undefined, 'what weighs more than half is not kept')
  recent.keep('a', '123')
  recent.keep('b', '123')
  t.equal(recent.find('a'), '123', 'found in the older half, it is young again')
  recent.keep('c', '12345')
  t.equal(recent.find('b'), undefined, 'what is not asked for makes way')
  t.equal(recent.size, 2)
  t.end()
})

t.test('what is kept again counts once', (t) => {
  const recent = new Recent<string>(20, (value) => value.length)
  recent.keep('a', '123')
  for (let again = 0; again < 9; again += 1) recent.keep('b', '1234')
  t.equal(recent.find('a'), '123')
  recent.keep('b', '12345')
  recent.keep('c', '12')
  recent.keep('d', '12345678')
  t.equal(recent.find('a'), '123', 'in the older half')
  t.end()
})

t.test('at least half of the most is remembered, each once', async (t) => {
  const recent = new Recent<number>(10)
  for (let at = 0; at < 23; at += 1) recent.get(`${at}`, () => at)
  for (let at = 18; at < 23; at += 1) {
    t.equal(
      recent.get(`${at}`, () => -1),
      at,
    )
  }
  const few = new Recent<number>(4)
  for (const [asked, size] of [
    ['a', 1],
    ['b', 2],
    ['c', 3],
    ['a', 3],
    ['d', 3],
  ] as const) {
    few.get(asked, () => 0)
    t.equal(few.size, size, asked)
  }
})
