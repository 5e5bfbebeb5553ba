import t from 'tap'
import type { Measure } from '../../bench/load/measure.ts'
import { takeTurns } from '../../bench/load/turns.ts'

const asked: string[] = []
const measure =
  (subject: string): Measure =>
  async (round) => {
    asked.push(subject)
    const none = { requests: 1, perSecond: 1, microsecondsP50: 1, microsecondsP99: 1 }
    return { round, case: 'exact', subject, ...none, serverShare: 1, loadShare: 1, residentMegabytes: 1 }
  }

t.test(
  'turns are counted on over the rounds but for the first of each, and the order changes with each turn and round',
  async (t) => {
    const kept: string[] = []
    for (const round of [1, 2])
      await takeTurns([measure('a'), measure('b')], { round, turns: 2 }, (one) =>
        kept.push(`${one.round}${one.subject}`),
      )
    t.equal(asked.join(' '), 'b a a b b a a b b a a b')
    t.equal(kept.join(' '), '1a 1b 2b 2a 3b 3a 4a 4b')
  },
)
