import t from 'tap'
import { Turn } from '../../src/work/turns.ts'

/** Does pieces of work of a few milliseconds and notes each. */
async function work(name: string, pieces: number, done: string[]): Promise<void> {
  const turn = new Turn()
  for (let at = 0; at < pieces; at += 1) {
    if (turn.over) await turn.next()
    const end = performance.now() + 6
    while (performance.now() < end) done.length
    done.push(name)
  }
}

t.test('work waits for its first turn, and gives way when it has had its time', async (t) => {
  const done: string[] = []
  const [one, other] = [work('one', 6, done), work('other', 6, done)]
  t.same(done, [])
  await Promise.all([one, other])
  t.ok(done.lastIndexOf('one') > done.indexOf('other') && done.lastIndexOf('other') > done.indexOf('one'))
  t.equal(done.length, 12)
})

t.test('what else there is to do is done between the turns, however many wait', async (t) => {
  const done: string[] = []
  const all = Promise.all(Array.from({ length: 5 }, (_, at) => work(`work ${at}`, 4, done)))
  setImmediate(() => done.push('else'))
  await all
  t.ok(done.indexOf('else') < 4, 'no more than one turn came first')
})
