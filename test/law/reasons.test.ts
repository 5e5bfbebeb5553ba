import t from 'tap'
import type { RecordedName } from '../../src/lists/recorded-name.ts'
import { answerTo } from '../rulings/snapshot.ts'

const source = { document: 'law', version: '2024-01-01', clause: '第一条' }
const record: Omit<RecordedName, 'names'> = {
  reading: 'none',
  items: [],
  grade: 'editorial',
  reason: { zh: '《某法》第一条规定设立。', en: 'By the law.' },
}
const lists = [{ id: 'a', completeness: 'partial' as const, items: [{ no: 1, name: '甲证明' }] }]

t.test('a reason that speaks of a law is said while the law is in force, and not before its first day', async (t) => {
  const recorded = [{ ...record, names: ['乙证明'], source }]
  const reason = (on: string) => answerTo({ lists, recorded }, { name: '乙证明', on }).reason
  t.notMatch(reason('2024-02-29'), /某法/)
  t.match(reason('2024-03-01'), /《某法》第一条规定设立。$/)
})

t.test('a reason that rests on no law, or on an instrument without versions, is said on every day', async (t) => {
  for (const more of [{}, { source: { document: 'letter' } }])
    t.match(
      answerTo({ lists, recorded: [{ ...record, names: ['乙证明'], ...more }] }, { name: '乙证明', on: '2020-05-01' })
        .reason,
      /某法/,
    )
})

t.test('what rests on several laws cites the first of them in every version', async (t) => {
  const bases = [
    { document: 'law', version: '2024-01-01', clause: '第一条', to: '2024-12-31' },
    { document: 'letter', clause: '附件' },
    { document: 'law', version: '2024-01-01', clause: '第二条', from: '2025-01-01' },
  ]
  const cited = (on: string) =>
    answerTo({ lists: [{ id: 'a', items: [{ no: 1, name: '甲证明', bases }] }] }, { name: '甲证明', on }).findings[0]
      ?.citation.clause
  t.same(['2024-06-01', '2025-06-01'].map(cited), ['第一条', '第二条'])
})
