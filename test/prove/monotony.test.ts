import fc from 'fast-check'
import t, { type Test } from 'tap'
import { regionChain, type Snapshot } from '../../src/catalogue/snapshot.ts'
import type { Item, ListFile } from '../../src/lists/list.ts'
import type { Effect, Kind } from '../../src/lists/terms.ts'
import { key } from '../../src/names/normalise/plain.ts'
import type { Answer } from '../../src/rulings/answer.ts'
import { answerQuestion } from '../../src/rulings/answer-question.ts'
import type { Question } from '../../src/rulings/question.ts'
import { loadSnapshot } from '../build-service.ts'
import { type Data, listIn, listOf, reviewedData } from '../data-folder.ts'
import { conclusionBreaches } from './allowed.ts'
import { budget, seed } from './budget.ts'
import { everyName } from './every-name.ts'

t.comment(`PROVE_SEED=${seed}`)

const parameters = { seed, numRuns: budget(12, 400), endOnFailure: true }
/** How many questions are asked of each changed state of the data. */
const asked = budget(60, 200)

const kinds = ['certificate', 'signboard', 'task'] as const
const reviewed = reviewedData()
const names = everyName(reviewed)
const effects: Readonly<Record<Kind, readonly Effect[]>> = {
  certificate: ['prohibits', 'permits'],
  signboard: ['prohibits', 'permits'],
  task: ['prohibits', 'permits', 'own_duty', 'assists'],
}

const between = (min: string, max: string) =>
  fc
    .date({ min: new Date(min), max: new Date(max), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
const day = between('2019-01-01', '2035-12-31')
/** Mostly days on which the rules of the notice hold, so that silence may speak. */
const askedDay = fc.oneof(day, { weight: 2, arbitrary: between('2023-08-01', '2027-12-31') })
/** The places that have lists of their own, and any other. */
const places = [...new Set(Object.values(reviewed.lists).map((list) => list.region))]
const codes = reviewed.regions.regions.map(({ code }) => code)
/** The home district more often than what lies above it and two neighbours in another branch, and these more often than the rest of the country. */
const region = fc.oneof(
  { weight: 6, arbitrary: fc.constant('620802') },
  { weight: 3, arbitrary: fc.constantFrom('620800', '620000', '100000', '620821', '620102') },
  { weight: 2, arbitrary: fc.constantFrom(...places) },
  { weight: 1, arbitrary: fc.constantFrom(...codes) },
)

/** Words of which names are made up that may or may not be like listed ones. */
const words = [
  '村民',
  '居民',
  '家庭',
  '土地',
  '收入',
  '经营',
  '情况',
  '关系',
  '房屋',
  '龙舟',
  '登山',
  '协助',
  '服务',
  '站',
]
const endings: Readonly<Record<Kind, string>> = { certificate: '证明', signboard: '工作站', task: '工作' }
const invented = (kind: Kind) =>
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('') + endings[kind])
const known = (kind: Kind) => fc.constantFrom(...names.filter((one) => one.kind === kind).map(({ name }) => name))
const nameOf = (kind: Kind) => fc.oneof({ weight: 3, arbitrary: known(kind) }, { weight: 2, arbitrary: invented(kind) })

/** A name that a list may have: not of signs alone, which people do send. */
const printedName = (kind: Kind) => nameOf(kind).filter((name) => key(name) !== '')

const question: fc.Arbitrary<Question> = fc.constantFrom(...kinds).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    name: nameOf(kind),
    region,
    on: askedDay,
  }),
)
const questions = fc.array(question, { minLength: asked, maxLength: asked })

/** A list as somebody might add one: new names, and names that other lists or records have. */
const addedList = fc.constantFrom(...kinds).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    effect: fc.constantFrom(...effects[kind]),
    region,
    completeness: fc.constantFrom('complete' as const, 'partial' as const),
    from: day,
    names: fc.uniqueArray(printedName(kind), { minLength: 1, maxLength: 8 }),
  }),
)
type AddedList = typeof addedList extends fc.Arbitrary<infer List> ? List : never

/** Questions, and the same about the names of a list. */
const alsoAbout = (some: readonly Question[], { kind, names: own }: Pick<AddedList, 'kind' | 'names'>): Question[] =>
  some.flatMap((one, at) => [one, { ...one, kind, name: own[at % own.length] as string }])

const items = (some: readonly string[]): Item[] => some.map((name, at) => ({ no: at + 1, name: name.trim() }))

/** Puts a list beside those of the data. */
function add(data: Data, { names: some, ...fields }: Omit<AddedList, 'from'> & Partial<ListFile>): void {
  data.lists.added = listOf({ id: 'added', ...fields, items: items(some) })
}

function answer(snapshot: Snapshot, one: Question): Answer {
  const given = answerQuestion(snapshot, one, 'zh')
  const [breach] = conclusionBreaches(given)
  if (breach) throw new Error(`${JSON.stringify(one)}: ${breach}`)
  return given
}

/** What is to stay as it was: all but the version, or all but the version and what is said of the lists looked at. */
const all = ({ dataset: _, ...rest }: Answer) => JSON.stringify(rest)
const decision = ({ dataset: _, consulted: __, ...rest }: Answer) => JSON.stringify(rest)
const ruling = ({ dataset: _, consulted: __, reason: ___, ...rest }: Answer) => JSON.stringify(rest)

/** How often each outcome was met among the answers that were held against each other. */
type Met = Map<Answer['outcome'], number>

function note(met: Met, { outcome }: Answer): void {
  met.set(outcome, (met.get(outcome) ?? 0) + 1)
}

/** Holds the answers of two states of the data against each other; `same` says what may not differ. */
function unchanged(before: Snapshot, after: Snapshot, some: readonly Question[], met: Met, same = all): void {
  for (const one of some) {
    const [old, now] = [answer(before, one), answer(after, one)]
    note(met, old)
    if (same(old) !== same(now)) throw new Error(`${JSON.stringify(one)}\n${same(old)}\n${same(now)}`)
  }
}

/** The reviewed data, with annexes 4 to 6 supplied in part, so that there are lists that permit and lists above and below. */
function supplied(data: Data): void {
  const content: Record<string, string[]> = {
    'annex-4': ['宅基地流转证明', '农村低收入家庭证明', '同意登山证明'],
    'annex-5': ['林木采伐申请证明', '居民养犬证明', '村民龙舟情况证明'],
    'annex-6': ['红白喜事用车证明', '土地收入情况证明'],
  }
  for (const [id, some] of Object.entries(content))
    Object.assign(listIn(data, id), { completeness: 'partial', items: items(some) })
}

/** The same with every list complete, so that silence speaks wherever a default rule holds. */
function closed(data: Data): void {
  supplied(data)
  for (const list of Object.values(data.lists)) list.completeness = 'complete'
}

/** Loads the data of a state with a change. */
type Load = (change?: (data: Data) => void) => Promise<Snapshot>

const loading =
  (t: Test, state: (data: Data) => void): Load =>
  (change = () => {}) =>
    loadSnapshot(t, (data) => {
      state(data)
      change(data)
    })

type Property = (t: Test, state: { readonly load: Load; readonly before: Snapshot; readonly met: Met }) => Promise<void>

/** A property of the data with lists that are partial, and of the data with complete ones, whose silence is the easiest to lose. */
function onBothStates(title: string, property: Property): void {
  t.test(`${title}, lists being partial`, async (t) => {
    const met: Met = new Map()
    const load = loading(t, supplied)
    await property(t, { load, before: await load(), met })
    t.equal(met.get('not_listed'), undefined, 'no silence speaks')
    for (const outcome of ['undetermined', 'prohibited', 'permitted'] as const)
      t.ok(met.get(outcome), `${met.get(outcome)} times ${outcome}`)
  })
  t.test(`${title}, lists being complete`, async (t) => {
    const met: Met = new Map()
    const load = loading(t, closed)
    await property(t, { load, before: await load(), met })
    // Before the rule of the notice and outside its district, silence says nothing also then.
    for (const outcome of ['not_listed', 'undetermined', 'prohibited', 'permitted'] as const)
      t.ok(met.get(outcome), `${met.get(outcome)} times ${outcome}`)
  })
}

/** How often each thing happened that makes a property more than true of nothing. */
const tally = () => ({ answers: 0, changed: 0 })

onBothStates(
  'a past day keeps its answer when newer lists are loaded and old ones end',
  async (_, { load, before, met }) => {
    await fc.assert(
      fc.asyncProperty(questions, addedList, fc.constantFrom(...before.lists.keys()), async (some, list, ends) => {
        const past = alsoAbout(some, list).filter(({ on }) => on < list.from)
        const after = await load((data) => {
          add(data, list)
          // The list whose place it takes ends on the last day that is asked about.
          const old = listIn(data, ends)
          const to =
            past
              .map(({ on }) => on)
              .sort()
              .at(-1) ?? '2019-01-01'
          if ((old.from ?? to) <= to) old.to = to
        })
        unchanged(before, after, past, met)
      }),
      parameters,
    )
  },
)

onBothStates('a past day keeps its answer when items are added that hold later', async (_, { load, before, met }) => {
  await fc.assert(
    fc.asyncProperty(questions, addedList, async (some, added) => {
      const { kind, names: newer, from } = added
      const past = alsoAbout(some, added).filter(({ on }) => on < from)
      const lists = Object.values(reviewed.lists).filter((list) => list.kind === kind)
      const after = await load((data) => {
        for (const { id } of lists) {
          const list = listIn(data, id)
          if (list.completeness === 'absent') continue
          const last = Math.max(...list.items.map(({ no }) => no))
          list.items.push(...items(newer).map((item) => ({ ...item, no: last + item.no, from })))
        }
      })
      unchanged(before, after, past, met, decision)
    }),
    parameters,
  )
})

onBothStates('a list of another kind, place or time changes nothing in an answer', async (t, { load, before, met }) => {
  const counts = tally()
  await fc.assert(
    fc.asyncProperty(questions, addedList, async (asked, { from: _, ...list }) => {
      const some = alsoAbout(asked, list)
      const after = await load((data) => add(data, { ...list, from: '2021-01-01', to: '2025-12-31' }))
      const above = (place: string) => regionChain(before, place).includes(list.region)
      const applies = ({ kind, region: place, on }: Question) =>
        kind === list.kind && above(place) && on >= '2021-01-01' && on <= '2025-12-31'
      unchanged(
        before,
        after,
        some.filter((one) => !applies(one)),
        met,
      )
      for (const one of some.filter(applies)) {
        counts.answers += 1
        if (decision(answer(before, one)) !== decision(answer(after, one))) counts.changed += 1
        if (!answer(after, one).consulted.some(({ list: id }) => id === 'added'))
          throw new Error(`not consulted: ${JSON.stringify(one)}`)
      }
    }),
    parameters,
  )
  t.ok(counts.changed > 0, `where it applies it changed ${counts.changed} of ${counts.answers} answers`)
})

t.test(
  'lists that become complete turn undetermined into not listed or a question, and change nothing else',
  async (t) => {
    const load = loading(t, supplied)
    const before = await load()
    const counts = tally()
    const every = [...before.lists.keys()]
    const lists = fc.oneof(fc.subarray(every, { minLength: 1 }), fc.constant(every))
    await fc.assert(
      fc.asyncProperty(questions, lists, async (some, ids) => {
        const after = await load((data) => {
          for (const id of ids) listIn(data, id).completeness = 'complete'
        })
        for (const one of some) {
          const [old, now] = [answer(before, one), answer(after, one)]
          counts.answers += 1
          if (old.outcome === now.outcome) {
            const same = old.outcome === 'undetermined' ? ruling : decision
            if (same(old) !== same(now)) throw new Error(`${same(old)}\n${same(now)}`)
          } else {
            counts.changed += 1
            // A name that nobody understood is a question for a person, however complete the lists are.
            const asks = now.outcome === 'ambiguous' && now.findings.length + now.candidates.length === 0
            if (old.outcome !== 'undetermined' || !(now.outcome === 'not_listed' || asks))
              throw new Error(`${JSON.stringify(one)}: ${old.outcome} became ${now.outcome}`)
          }
          const missing = now.consulted.filter(({ completeness }) => completeness !== 'complete')
          if (now.outcome === 'not_listed' && missing.some(({ list }) => list.startsWith('annex')))
            throw new Error(`${JSON.stringify(one)}: not listed, and ${missing.map(({ list }) => list)} not complete`)
        }
      }),
      parameters,
    )
    t.ok(counts.changed > 0, `${counts.changed} of ${counts.answers} answers became known`)
    t.ok(counts.changed < counts.answers / 2, 'and most stayed as they were')
  },
)

onBothStates('an item added to a list changes an answer only where it is named', async (t, { load, before, met }) => {
  const counts = tally()
  const lists = [...before.lists.values()].map(({ id, kind }) => ({ id, kind }))
  const added = fc.constantFrom(...lists).chain(({ id, kind }) =>
    fc.record({
      id: fc.constant(id),
      name: printedName(kind),
      subNames: fc.uniqueArray(printedName(kind), { maxLength: 2 }),
    }),
  )
  await fc.assert(
    fc.asyncProperty(questions, added, async (some, { id, name, subNames }) => {
      const no = 9000
      const after = await load((data) => {
        const bracketed = subNames.length > 0 ? { subNames } : {}
        listIn(data, id).items.push({ no, name: name.trim(), ...bracketed })
      })
      for (const one of [...some, ...some.map((other) => ({ ...other, name }))]) {
        const [old, now] = [answer(before, one), answer(after, one)]
        counts.answers += 1
        note(met, old)
        const speaksOfIt = [...now.findings, ...now.candidates].some(({ item }) => item === `${id}/${no}`)
        if (decision(old) === decision(now)) continue
        counts.changed += 1
        if (!speaksOfIt) throw new Error(`${JSON.stringify(one)}\n${decision(old)}\n${decision(now)}`)
      }
    }),
    parameters,
  )
  t.ok(counts.changed > 0, `${counts.changed} of ${counts.answers} answers name the item`)
})
