import t from 'tap'
import { basesAt, daysOf, holdsAt, holdsOn } from '../../src/lists/bases.ts'

t.test('both ends of a period belong to it, and an end not known does not limit it', async (t) => {
  const dated = { from: '2023-08-31', to: '2024-02-29' }
  t.equal(holdsOn(dated, '2023-08-30'), false)
  t.equal(holdsOn(dated, '2023-08-31'), true)
  t.equal(holdsOn(dated, '2024-02-29'), true)
  t.equal(holdsOn(dated, '2024-03-01'), false)
  t.equal(holdsOn({ from: '2023-08-31' }, '9999-12-31'), true)
  t.equal(holdsOn({ to: '2023-08-31' }, '0001-01-01'), true)
  t.equal(holdsOn({}, '2026-11-22'), true)
})

const versions = [
  { date: '2018-12-29', from: '2019-01-01', to: '2025-12-31' },
  { date: '2025-10-28', from: '2026-01-01' },
]
const documents = new Map([
  ['law', { id: 'law', title: '某法', versions }],
  ['letter', { id: 'letter', title: '某函' }],
])
const old = { document: 'law', version: '2018-12-29', clause: '第七条' }
const young = { document: 'law', version: '2025-10-28', clause: '第九条' }

t.test('what stands through versions rests on each of them on its days', async (t) => {
  const through = { bases: [old, young] }
  const clauses = (on: string) => basesAt(documents, through, { on }).map(({ clause }) => clause)
  t.same(clauses('2018-12-31'), [], 'adopted and not yet in force')
  t.same(clauses('2019-01-01'), ['第七条'])
  t.same(clauses('2025-12-31'), ['第七条'], 'the next is adopted')
  t.same(clauses('2026-01-01'), ['第九条'])
  t.same(daysOf(documents, through), { from: '2019-01-01' })
  t.same(daysOf(documents, { source: old }), { from: '2019-01-01', to: '2025-12-31' })
})

t.test('an article may end before its version, and what rests on it may end before either', async (t) => {
  const ended = { ...young, to: '2026-06-30' }
  t.same(daysOf(documents, { source: ended }), { from: '2026-01-01', to: '2026-06-30' })
  t.same(daysOf(documents, { bases: [ended], from: '2026-02-01', to: '2026-03-31' }), {
    from: '2026-02-01',
    to: '2026-03-31',
  })
  t.equal(holdsAt(documents, { bases: [ended] }, { on: '2026-07-01' }), false)
  t.equal(holdsAt(documents, { bases: [young], to: '2026-03-31' }, { on: '2026-04-01' }), false)
})

t.test('what rests on an instrument without versions, or on nothing of its own, has only its own days', async (t) => {
  t.same(daysOf(documents, { source: { document: 'letter' }, from: '2020-01-01' }), { from: '2020-01-01' })
  t.same(daysOf(documents, {}), {})
  t.equal(holdsAt(documents, {}, { on: '1990-01-01' }), true)
})

t.test(
  'who is bound is said by the version, else by the thing itself; both are bound where neither says so',
  async (t) => {
    const some = { body: 'village' as const, bases: [old, { ...young, body: 'community' as const }] }
    const holds = (body: 'village' | 'community' | undefined, on: string) =>
      holdsAt(documents, some, { on, ...(body ? { body } : {}) })
    t.same([holds('village', '2025-01-01'), holds('village', '2026-01-01')], [true, false])
    t.same([holds('community', '2025-01-01'), holds('community', '2026-01-01')], [false, true])
    t.same([holds(undefined, '2025-01-01'), holds(undefined, '2026-01-01')], [true, true])
    t.equal(holdsAt(documents, { source: young }, { on: '2026-01-01', body: 'community' }), true)
    t.equal(holdsAt(documents, { body: 'village' }, { on: '2026-01-01', body: 'community' }), false, 'without a source')
  },
)
