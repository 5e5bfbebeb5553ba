import t from 'tap'
import { KeptItems } from '../../src/catalogue/kept-items.ts'

/** A list of ten items that counts how often it was forgotten. */
const list = (used: number) => ({
  size: 10,
  used,
  forgotten: 0,
  forget() {
    this.forgotten += 1
  },
})

t.test('as long as there is room nothing is forgotten', async (t) => {
  const kept = new KeptItems(40)
  const lists = [1, 2, 3, 4].map(list)
  for (const one of lists) kept.hold(one)
  t.same(
    lists.map((one) => one.forgotten),
    [0, 0, 0, 0],
  )
  t.equal(kept.items, 40)
  t.equal(kept.readings, 4)
})

t.test('what was asked for longest ago is forgotten until three quarters are left', async (t) => {
  const kept = new KeptItems(40)
  const lists = [5, 1, 3, 4].map(list)
  for (const one of lists) kept.hold(one)
  const last = list(6)
  kept.hold(last)
  t.same(
    lists.map((one) => one.forgotten),
    [0, 1, 1, 0],
  )
  t.equal(last.forgotten, 0)
  t.equal(kept.items, 30)
})

t.test('however many lists are asked for, no more than the bound is held, and each is forgotten once', async (t) => {
  const kept = new KeptItems(40)
  const lists = Array.from({ length: 100 }, (_, index) => list(index))
  for (const one of lists) {
    kept.hold(one)
    t.ok(kept.items <= 40)
  }
  t.equal(lists.filter((one) => one.forgotten === 1).length * 10 + kept.items, 1000)
})

t.test('a list larger than the bound is held alone', async (t) => {
  const kept = new KeptItems(5)
  const [one, other] = [list(1), list(2)]
  kept.hold(one)
  t.equal(one.forgotten, 0)
  kept.hold(other)
  t.equal(one.forgotten, 1)
  t.equal(other.forgotten, 0)
})
