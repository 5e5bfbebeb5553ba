import t from 'tap'
import { codeOf, questionsOf, readCode } from '../../src/pages/slip-code.ts'
import type { Question } from '../../src/rulings/question.ts'
import { build, loadSnapshot } from '../build-service.ts'

const question: Question = { kind: 'certificate', name: '婚姻状况证明', region: '620802', on: '2026-11-22' }

t.test('a code says its day and region, and which of the listed names is meant', async (t) => {
  const snapshot = await loadSnapshot(t)
  for (const list of snapshot.lists.values()) {
    for (const { name } of list.items) {
      const { region } = list
      const asked = { ...question, kind: list.kind, name, region }
      const read = readCode(codeOf(asked) ?? '')
      t.match(read, { on: '2026-11-22', region })
      t.same(read && questionsOf(snapshot, read).map((one) => one.name), [name])
    }
  }
})

t.test('a code is read as it is typed, and nothing else is taken for one', (t) => {
  const code = codeOf(question) ?? ''
  t.match(code, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  for (const typed of [code.toLowerCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' ')} `]) {
    t.same(readCode(typed), readCode(code), typed)
  }
  t.same(readCode('OOOO-IIII-LLLL'), readCode('0000-1111-1111'))
  for (const typed of ['婚姻状况证明', 'UUUU-UUUU-UUUU', 'annex-3/8', '']) t.equal(readCode(typed), undefined, typed)
  t.end()
})

t.test(
  'a village as the issuer changes a code as its committee does, another issuer by itself; days out of reach have none',
  (t) => {
    t.equal(codeOf({ ...question, issuer: '村（居）委会' }), codeOf(question))
    t.equal(codeOf({ ...question, issuer: '村民委员会' }), codeOf({ ...question, body: 'village' }))
    t.not(codeOf({ ...question, issuer: '公安派出所' }), codeOf(question))
    t.equal(codeOf({ ...question, on: '1999-12-31' }), undefined)
    t.equal(codeOf({ ...question, on: '2100-01-01' }), undefined)
    t.same(readCode(codeOf({ ...question, on: '2000-01-01' }) ?? '')?.on, '2000-01-01')
    t.end()
  },
)

t.test('a code leads to its question, in the language asked for', async (t) => {
  const { app } = await build(t)
  const { headers, statusCode } = await app.inject({ url: `/?name=${codeOf(question)}&lang=en` })
  t.equal(statusCode, 302)
  t.equal(
    decodeURIComponent(String(headers.location)),
    '/?kind=certificate&name=婚姻状况证明&region=620802&on=2026-11-22&lang=en',
  )
})

t.test('a code of a place that no list speaks of leads to no name', async (t) => {
  const snapshot = await loadSnapshot(t, (data) => {
    data.regions.regions.push({ code: '990000', name: '某省' })
  })
  const asked = { ...question, region: '990000' }
  const read = readCode(codeOf(asked) ?? '')
  t.equal(read?.region, '990000')
  t.same(read && questionsOf(snapshot, read), [])
})
