import t from 'tap'
import type { Language } from '../../src/lists/terms.ts'
import { answerQuestion } from '../../src/rulings/answer-question.ts'
import { applicable } from '../../src/rulings/applicable.ts'
import { answerTo, snapshotOf } from './snapshot.ts'

const one = { no: 1, name: '甲证明' }
const here = { kind: 'certificate' as const, region: '620802', on: '2026-11-22' }

t.test('what applies is worked out once for all questions of one kind, place, day and language', async (t) => {
  const snapshot = snapshotOf({ lists: [{ id: 'a', items: [one] }] })
  const first = applicable(snapshot, here, 'zh')
  t.equal(applicable(snapshot, { ...here }, 'zh'), first)
  for (const other of [{ kind: 'task' as const }, { region: '620821' }, { on: '2026-11-23' }])
    t.not(applicable(snapshot, { ...here, ...other }, 'zh'), first)
  t.not(applicable(snapshot, here, 'en'), first)
  t.not(applicable(snapshotOf({ lists: [] }), here, 'zh'), first, 'and for one state of the data')
})

t.test('a snapshot asked in one language, place, day or kind answers as well in another', async (t) => {
  const snapshot = snapshotOf({
    lists: [
      { id: 'a', items: [one], region: '620802', to: '2026-11-22' },
      { id: 'b', kind: 'task', effect: 'permits', items: [one] },
    ],
  })
  const ask = (change: object, language: Language = 'zh') =>
    answerQuestion(snapshot, { ...here, name: '甲证明', ...change }, language)
  t.match(ask({}), { outcome: 'prohibited', reason: /不得/ })
  t.match(ask({}, 'en'), { outcome: 'prohibited', reason: /must not/ })
  t.match(ask({ region: '620821' }), { outcome: 'undetermined' })
  t.match(ask({ on: '2026-11-23' }), { outcome: 'undetermined' })
  t.match(ask({ kind: 'task' }), { outcome: 'permitted' })
})

t.test('lists whose ids run together are told apart', async (t) => {
  const snapshot = snapshotOf({
    lists: [
      { id: 'a', items: [one] },
      { id: 'b', items: [one] },
      { id: 'ab', items: [{ no: 1, name: '乙证明' }] },
    ],
  })
  const matched = (name: string) =>
    answerQuestion(snapshot, { ...here, name }, 'zh')
      .consulted.filter((list) => list.matched)
      .map(({ list }) => list)
  t.same(matched('甲证明'), ['a', 'b'])
  t.same(matched('乙证明'), ['ab'])
})

t.test('an item holds from its first to its last day', async (t) => {
  const lists = [{ id: 'a', items: [{ ...one, from: '2026-11-21', to: '2026-11-22' }] }]
  const outcome = (on: string) => answerTo({ lists }, { name: '甲证明', on }).outcome
  t.same(['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].map(outcome), [
    'undetermined',
    'prohibited',
    'prohibited',
    'undetermined',
  ])
})

t.test('silence speaks only where a rule says so and each of its lists is complete and in force', async (t) => {
  const list = { id: 'a', items: [] }
  const rule = { purpose: 'default' as const, lists: ['a'] }
  const outcome = (lists: Parameters<typeof snapshotOf>[0]['lists'], rules: (typeof rule)[] = [rule]) =>
    answerTo({ lists, rules }, { name: '龘靐证明' }).outcome
  t.equal(outcome([list]), 'not_listed')
  t.equal(outcome([list], []), 'undetermined', 'no rule')
  t.equal(outcome([{ ...list, completeness: 'partial' }]), 'undetermined', 'a part of a list')
  t.equal(outcome([{ ...list, completeness: 'absent' }]), 'undetermined', 'no list')
  t.equal(outcome([{ ...list, to: '2026-11-21' }]), 'undetermined', 'a list that has ended')
  t.equal(outcome([list, { ...list, id: 'b', completeness: 'partial' }]), 'not_listed', 'the rule asks nothing of b')
  t.equal(outcome([{ ...list, region: '620821' }]), 'not_listed', 'a list that the rule names counts wherever it holds')
})

t.test('the rule of the nearest region holds, of its kind, for its purpose, on its days', async (t) => {
  const list = { id: 'a', items: [] }
  const rule = { purpose: 'default' as const, lists: ['a'] }
  const ruleAt = (rules: Parameters<typeof snapshotOf>[0]['rules'], region = '620802') =>
    answerTo({ lists: [list], rules: rules ?? [] }, { name: '龘靐证明', region }).rule?.text ?? null
  t.equal(ruleAt([{ ...rule, region: '620000' }, rule]), '第1条说明。')
  t.equal(ruleAt([{ ...rule, region: '620000' }, rule], '620821'), '第0条说明。')
  t.equal(ruleAt([rule], '620821'), null, 'not in the next county')
  t.equal(ruleAt([{ ...rule, kind: 'task' }]), null)
  t.equal(ruleAt([{ ...rule, purpose: 'precedence' }]), null)
  t.equal(ruleAt([{ ...rule, to: '2026-11-21' }, rule]), '第1条说明。')
  t.equal(ruleAt([{ ...rule, from: '2026-11-23' }]), null)
})
