import t from 'tap'
import { type Measure, takeTurns } from '../../bench/load/turns.ts'

const asked: string[] = []
const measure =
  (contender: string): Measure =>
  async (turn) => {
    asked.push(contender)
    return { contender, turn, perSecond: 1, serverShare: 1 }
  }

t.test(
  'turns are counted on over the rounds but for the first of each, and the order changes with each turn and round',
  async (t) => {
    const kept: string[] = []
    for (const round of [1, 2])
      await takeTurns([measure('a'), measure('b')], { round, turns: 2 }, (one) =>
        kept.push(`${one.turn}${one.contender}`),
      )
    t.equal(asked.join(' '), 'b a a b b a a b b a a b')
    t.equal(kept.join(' '), '1a 1b 2b 2a 3b 3a 4a 4b')
  },
)
