import t, { type Test } from 'tap'
import type { Kind } from '../../../../src/lists/terms.ts'
import type { Answer } from '../../../../src/rulings/answer.ts'
import { answerQuestion } from '../../../../src/rulings/answer-question.ts'
import { ask, get } from '../../../ask-service.ts'
import { build, testDay } from '../../../build-service.ts'
import { completeAnnexes4To6, type Data, listIn, reviewedData } from '../../../data-folder.ts'
import { everyField } from '../../../every-field.ts'
import fc from '../../../property.ts'

const kinds: readonly Kind[] = ['certificate', 'signboard', 'task']
const names = Object.values(reviewedData().lists).flatMap((list) =>
  list.items.flatMap((item) => [item.name, ...(item.subNames ?? [])]),
)

t.test('place, day and name of the question are told back, with the defaults', async (t) => {
  const { app } = await build(t)
  t.strictSame((await ask(app, 'certificate', ' 《死亡证明》 ')).query, {
    kind: 'certificate',
    name: ' 《死亡证明》 ',
    region: '620802',
    on: testDay,
  })
  const asked = { region: '620800', on: '2024-02-29', issuer: '村委会' }
  t.strictSame((await ask(app, 'certificate', '死亡证明', asked)).query, {
    kind: 'certificate',
    name: '死亡证明',
    ...asked,
  })
})

t.test('the default day is the one in Shanghai, not the one in London', async (t) => {
  const { app } = await build(t, { now: () => Date.parse('2026-06-30T16:00:00Z') })
  const answer = await ask(app, 'certificate', '死亡证明')
  t.equal(answer.query.on, '2026-07-01')
  t.match(answer.instead, [{ citation: { documentId: 'guowei-guihuafa-2026-5' } }])
})

t.test('no answer lacks what it rests on', async (t) => {
  const { app, snapshot } = await build(t)
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .filter((name) => /^(?=[\s\S]*\S)[^\p{Cc}\p{Cs}]*$/u.test(name))
    // In an address . and .. are steps, not names (RFC 3986, 6.2.2.3); such a name is asked at /v1/check.
    .filter((name) => name !== '.' && name !== '..')
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...kinds), fc.oneof(text, fc.constantFrom(...names)), async (kind, name) => {
      const answer = await ask(app, kind, name)
      if (answer.dataset.version !== snapshot.version) throw new Error('no version')
      if (answer.consulted.length === 0) throw new Error('nothing consulted')
      if (answer.reason.length === 0) throw new Error('no reason')
      if (answer.outcome === 'prohibited' || answer.outcome === 'permitted') {
        if (answer.findings.length === 0 || answer.match === null) throw new Error('decided on nothing')
      }
      if (answer.outcome === 'not_listed') throw new Error('spoken by silence of lists that are not complete')
    }),
    { numRuns: 300 },
  )
})

t.test('nothing that the ruling says is lost on the way to the caller', async (t) => {
  const wire = async (t: Test, change: (data: Data) => void, extra: string[]) => {
    const { app, snapshot } = await build(t, { change })
    for (const name of [...names, '居住证明', '某某工作领导小组', 'annex-3/8', ...extra]) {
      for (const kind of kinds) {
        for (const language of ['zh', 'en'] as const) {
          const response = await get(app, kind, name, { language })
          if (response.statusCode === 400 && name.includes('/')) continue
          const question = { kind, name, region: '620802', on: testDay }
          const answer = answerQuestion(snapshot, question, language)
          const said = response.json<Answer>()
          if (JSON.stringify(said) !== JSON.stringify(answer)) t.strictSame(said, answer, `${kind} ${name} ${language}`)
        }
      }
    }
    const issuer = '公安派出所'
    const question = { kind: 'certificate', name: '死亡证明', region: '620802', on: testDay, issuer } as const
    t.strictSame(await ask(app, 'certificate', '死亡证明', { issuer }), answerQuestion(snapshot, question, 'zh'))
  }
  t.test('as reviewed', (t) => wire(t, () => {}, []))
  t.test('with every field filled in', (t) =>
    wire(t, everyField, ['红白喜事用车证明', '喜事用车证明', '驾驶证遗失登报声明', '喜丧用车情况说明']),
  )
  t.test('with silence that speaks and lists that disagree', (t) =>
    wire(
      t,
      (data) => {
        completeAnnexes4To6(data)
        listIn(data, 'annex-5').items.push({ no: 2, name: '健在证明' })
      },
      ['林木采伐申请证明'],
    ),
  )
})

t.test('an item is found by its stable id', async (t) => {
  const { app } = await build(t)
  t.match(await ask(app, 'certificate', 'annex-3/8'), {
    outcome: 'prohibited',
    match: { item: 'annex-3/8', name: '婚姻状况证明', method: 'id', matched: 'annex-3/8' },
    findings: [{ item: 'annex-3/8' }],
  })
  t.match(await ask(app, 'signboard', 'annex-7/2'), { outcome: 'permitted', match: { name: '村民委员会' } })
  t.match(await ask(app, 'signboard', 'annex-7/2', { region: '620821' }), { outcome: 'undetermined', match: null })
  t.match(await ask(app, 'certificate', 'annex-3/8', { on: '2020-04-26' }), { outcome: 'undetermined', match: null })
  const unescaped = await app.inject('/v1/certificates/annex-3/8/status')
  t.equal(unescaped.statusCode, 404, 'a slash must be encoded; /v1/check needs no care')
})

t.test('names with signs that mean something in an address are askable', async (t) => {
  const awkward = ['股权/出资比例100%证明', '100% 证明?', 'a&b=c#d', '证明+证明', '../证明', '证明;x', 'O\'Neil "证明"']
  const change = (data: Data) => {
    completeAnnexes4To6(data)
    listIn(data, 'annex-5').items.push(...awkward.map((name, index) => ({ no: index + 2, name })))
  }
  const { app } = await build(t, { change })
  for (const [index, name] of awkward.entries()) {
    const match = { item: `annex-5/${index + 2}`, name, method: 'exact' }
    t.match(await ask(app, 'certificate', name), { outcome: 'permitted', query: { name }, match }, name)
    const check = await app.inject({ url: '/v1/check', query: { kind: 'certificate', name } })
    t.match(check.json(), { outcome: 'permitted', query: { name }, match }, `${name} by /v1/check`)
  }
})
