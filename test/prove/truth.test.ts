import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import type { App } from '../../src/app.ts'
import type { Survey } from '../../src/checks/boards/survey.ts'
import { openWorkbook } from '../../src/documents/sheet/workbook-table.ts'
import { basesAt, daysInForce, daysOf } from '../../src/lists/bases.ts'
import type { Item, ListFile } from '../../src/lists/list.ts'
import { meet } from '../../src/lists/region.ts'
import type { Kind } from '../../src/lists/terms.ts'
import { verdicts } from '../../src/reports/report-verdict.ts'
import { basisText } from '../../src/reports/spell-out.ts'
import type { Answer, Outcome } from '../../src/rulings/answer.ts'
import { ask } from '../ask-service.ts'
import { build, testDay } from '../build-service.ts'
import { qingdan, workplace } from '../cli/run-qingdan.ts'
import { type Data, reviewedData } from '../data-folder.ts'
import { sheet, workbook } from '../documents/made-workbook.ts'
import { cellsOf } from '../table-rows.ts'
import { conclusionBreaches } from './allowed.ts'
import { budget, seed } from './budget.ts'
import { everyName, type NamedQuestion, spelled } from './every-name.ts'

t.comment(`PROVE_SEED=${seed}`)

/** Names that a list prints and that alone mean too much to decide by; data/names has the reason on record. */
const asked = ['表现证明']

/** The last day on which an item is in force, and the first; undefined where no day bounds it. */
const latest = (days: readonly (string | undefined)[]) => days.filter((day) => day !== undefined).sort()
const documentsOf = (data: Data) => new Map(data.documents.map((document) => [document.id, document]))
const firstDay = (list: ListFile, item: Item, data: Data) =>
  latest([list.from, daysOf(documentsOf(data), item).from]).at(-1)
const lastDay = (list: ListFile, item: Item, data: Data) => latest([list.to, daysOf(documentsOf(data), item).to])[0]

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The reviewed data with an end for everything: lists end in 2040, every second item five years after its list began. */
function ending(data: Data): void {
  for (const list of Object.values(data.lists)) {
    list.to = '2040-06-30'
    for (const [at, item] of list.items.entries()) if (at % 2 === 0) item.to = dayAfter(list.from ?? '2021-06-01', 1826)
    // One item each begins later than its list, whatever the reviewed data say of it.
    const late = list.items[1]
    if (late) late.from = '2039-02-28'
  }
}

/** What the answer must be if these and no others are what it was decided on. */
function outcomeOf(findings: Answer['findings']): Outcome {
  const prohibits = findings.some((one) => one.effect === 'prohibits')
  if (!prohibits) return 'permitted'
  return findings.every((one) => one.effect === 'prohibits') ? 'prohibited' : 'conflicting'
}

/** The lists that answer at home; those of other places are proved in places.test.ts. */
const atHome = (data: Data) => Object.values(data.lists).filter(({ region }) => meet(region, '620802'))

const letters = (text: string) => text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '')

/** The ids of all items that a name may be decided on: they print it, or it is on record as another name of theirs. */
function namedBy(name: string, kind: Kind, data: Data): Set<string> {
  const spelled = letters(name)
  const recorded = Object.values(data.names)
    .filter((one) => one.kind === kind)
    .flatMap((one) => one.recorded)
    .filter(({ names }) => names.some((one) => letters(one) === spelled))
    .flatMap(({ items }) => items.map(letters))
  const wanted = new Set([spelled, ...recorded])
  const items = Object.values(data.lists)
    .filter((list) => list.kind === kind)
    .flatMap((list) => list.items.map((item) => ({ id: `${list.id}/${item.no}`, item })))
  return new Set(
    items
      .filter(({ item }) => [item.name, ...(item.subNames ?? [])].some((one) => wanted.has(letters(one))))
      .map(({ id }) => id),
  )
}

/** Holds an answer to what the data folder has on the item. */
function isItself(t: Test, answer: Answer, list: ListFile, item: Item, data: Data, said: string): void {
  const found = answer.findings.find((one) => one.item === `${list.id}/${item.no}`)
  if (!found) {
    t.fail(`${said} does not cite ${list.id}/${item.no} but is ${answer.outcome}`)
    return
  }
  const documents = documentsOf(data)
  const [basis] = basesAt(documents, item, answer.query)
  const source = basis ?? list.source
  const document = documents.get(source.document)
  t.equal(answer.outcome, outcomeOf(answer.findings), `${said}: outcome`)
  t.same(conclusionBreaches(answer), [], said)
  const { name } = answer.query
  const due = answer.match?.method === 'id' ? new Set([name]) : namedBy(name, list.kind, data)
  t.same(
    answer.findings.map((one) => one.item).filter((one) => !due.has(one)),
    [],
    `${said} cites nothing else`,
  )
  t.strictSame(
    { name: found.name, effect: found.effect, citation: found.citation },
    {
      name: item.name,
      effect: basis?.effect ?? item.effect ?? list.effect,
      citation: {
        document: document?.title,
        documentId: source.document,
        number: document?.number ?? null,
        issuer: document?.issuer ?? null,
        version: source.version ?? null,
        ...daysInForce(documents, source),
        clause: source.clause ?? null,
        grade: item.grade ?? list.grade,
        list: list.id,
        no: item.no,
      },
    },
    `${said} cites itself`,
  )
}

const cites = ({ findings }: Answer, id: string) => findings.some((one) => one.item === id)

for (const { title, change } of [
  { title: 'as reviewed', change: () => {} },
  { title: 'with an end to everything', change: ending },
]) {
  t.test(
    `data ${title}: every item is decided on its days by name and id, citing itself, and on no other`,
    async (t) => {
      const data = reviewedData()
      change(data)
      const { app } = await build(t, { change })
      let bounded = 0
      for (const list of atHome(data)) {
        for (const item of list.items) {
          const id = `${list.id}/${item.no}`
          const [first, last] = [firstDay(list, item, data), lastDay(list, item, data)]
          const never = first !== undefined && last !== undefined && first > last
          const days = never ? [] : [first ?? '2000-01-01', last ?? '2100-12-31']
          const others = [first && dayAfter(first, -1), last && dayAfter(last, 1)].filter((day) => day !== undefined)
          for (const region of new Set([list.region, '620802'])) {
            for (const on of days) {
              for (const name of [item.name, id]) {
                const answer = await ask(app, list.kind, name, { region, on })
                isItself(t, answer, list, item, data, `${name} in ${region} on ${on}`)
              }
            }
            for (const on of others) {
              bounded += 1
              t.notOk(cites(await ask(app, list.kind, item.name, { region, on }), id), `${item.name} not on ${on}`)
              const byId = await ask(app, list.kind, id, { region, on })
              t.strictSame([byId.match, byId.findings], [null, []], `${id} not on ${on}`)
              t.ok(['not_listed', 'undetermined'].includes(byId.outcome), `${id} is not decided on ${on}`)
            }
          }
        }
      }
      t.ok(bounded > 100, 'there were days on which items were not in force')
    },
  )
}

t.test('every printed sub-name is decided as its item, but for those on record as meaning too much', async (t) => {
  const data = reviewedData()
  const { app } = await build(t)
  const undecided: string[] = []
  for (const list of atHome(data)) {
    for (const item of list.items) {
      for (const name of item.subNames ?? []) {
        const answer = await ask(app, list.kind, name, { on: testDay })
        if (answer.outcome === 'ambiguous') {
          undecided.push(name)
          t.ok(
            answer.candidates.some((one) => one.item === `${list.id}/${item.no}`),
            `${name} has its item among the candidates`,
          )
        } else isItself(t, answer, list, item, data, name)
      }
    }
  }
  t.same(undecided, asked)
  const onRecord = Object.values(data.names).flatMap(({ recorded, slots }) =>
    recorded.filter((one) => one.reading === 'ask').flatMap((one) => one.names.flatMap((name) => spelled(name, slots))),
  )
  for (const name of asked) t.ok(onRecord.includes(name), `${name} is on record`)
})

/** What a page says: the outcome of its card and the items of its findings. */
function shown(html: string) {
  const findings = html.matchAll(/<div class="finding">\s*<p><a href="\/lists\/([a-z0-9-]+)[^"#]*#no-(\d+)"/g)
  return {
    outcome: /<article class="card[^>]* data-outcome="([a-z_]+)"/.exec(html)?.[1],
    items: [...findings].map(([, list, no]) => `${list}/${no}`),
  }
}

async function byPage(app: App, { kind, name }: NamedQuestion) {
  const response = await app.inject({ url: '/', query: { kind, name, on: testDay } })
  if (response.statusCode !== 200) throw new Error(`page of ${kind} ${name}: ${response.statusCode}`)
  return shown(response.payload)
}

const mostInBatch = 1000

async function byBatch(app: App, questions: readonly NamedQuestion[]): Promise<Answer[]> {
  const answers: Answer[] = []
  for (let from = 0; from < questions.length; from += mostInBatch) {
    const asked = questions.slice(from, from + mostInBatch).map((one) => ({ ...one, on: testDay }))
    const response = await app.inject({ method: 'POST', url: '/v1/check', payload: { questions: asked } })
    answers.push(...response.json<{ results: { answer: Answer }[] }>().results.map(({ answer }) => answer))
  }
  return answers
}

t.test('single question, its other address, batch and page agree on every name', async (t) => {
  const { app } = await build(t)
  const questions = everyName(reviewedData())
  t.ok(questions.length > 3000, `${questions.length} names`)
  const batch = await byBatch(app, questions)
  // A page takes ten times as long as an answer: a part of them in npm test, another with each seed.
  const every = budget(20, 1)
  let pages = 0
  for (const [at, question] of questions.entries()) {
    const { kind, name } = question
    const single = await ask(app, kind, name, { on: testDay })
    const other = await app.inject({ url: '/v1/check', query: { kind, name, on: testDay } })
    const same = [JSON.stringify(batch[at]), other.payload]
    if (same.some((text) => text !== JSON.stringify(single)))
      t.same(
        same.map((text) => JSON.parse(text)),
        [single, single],
        name,
      )
    if (at % every !== seed % every) continue
    pages += 1
    const page = await byPage(app, question)
    const answer = { outcome: single.outcome, items: single.findings.map((one) => one.item) }
    if (JSON.stringify(page) !== JSON.stringify(answer)) t.same(page, answer, `page of ${kind} ${name}`)
  }
  t.equal(pages, Math.floor((questions.length - 1 - (seed % every)) / every) + 1)
})

const decisionOf = (answer: Answer | undefined) =>
  `${answer?.outcome} ${answer?.findings.map((one) => one.item).join(' ')}`

/** Single questions of a kind, each put once. */
function singlesOf(app: App, kind: Kind) {
  const given = new Map<string, Answer>()
  return async (name: string) => {
    const answer = given.get(name) ?? (await ask(app, kind, name, { on: testDay }))
    given.set(name, answer)
    return answer
  }
}

const inXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const inCsv = (text: string) => `"${text.replaceAll('"', '""')}"`
const csvOf = (header: string, names: readonly string[]) => [header, ...names].map(inCsv).join('\n')

interface AuditFile {
  readonly rows: readonly { readonly materials: readonly { readonly material: string; readonly answer: number }[] }[]
  readonly answers: readonly Answer[]
}

t.test('qingdan audit agrees with single questions on every name, from CSV and from Excel', async (t) => {
  const { app } = await build(t)
  // Boards and tasks are no certificates, and a catalogue may name them nevertheless.
  const names = [...new Set(everyName(reviewedData()).map(({ name }) => name))]
  const place = workplace(t)
  const cell = (text: string) => `<c t="inlineStr"><is><t xml:space="preserve">${inXml(text)}</t></is></c>`
  const rows = ['材料名称', ...names].map((name, at) => `<row r="${at + 1}">${cell(name)}</row>`)
  writeFileSync(join(place.folder, 'names.xlsx'), await workbook({ sheet: sheet(rows.join('')) }))
  writeFileSync(join(place.folder, 'names.csv'), csvOf('材料名称', names))
  const single = singlesOf(app, 'certificate')
  for (const input of ['names.csv', 'names.xlsx']) {
    const { code, error } = qingdan(place, 'audit', input, '-o', 'report.json', '--on', testDay)
    t.equal(code, 1, `${input}: something prohibited was found ${error}`)
    const audit = JSON.parse(readFileSync(join(place.folder, 'report.json'), 'utf8')) as AuditFile
    t.equal(audit.rows.length, names.length, `${input}: every name has its row`)
    for (const [at, { materials }] of audit.rows.entries()) {
      const name = names[at] ?? ''
      for (const { material, answer } of materials) {
        const expected = await single(material)
        if (JSON.stringify(audit.answers[answer]) !== JSON.stringify(expected))
          t.same(audit.answers[answer], expected, `${input}: ${material}`)
      }
      const [only] = materials
      // A number or sign before a material is left out when a cell is read; what was found must not depend on that.
      if (only && materials.length === 1) {
        const whole = decisionOf(await single(name))
        const part = decisionOf(audit.answers[only.answer])
        if (part !== whole) t.equal(part, whole, `${input}: ${name}`)
      } else t.match(name, /[、；;,，/／]/, `${name} was cut at a sign that divides`)
    }
    t.ok(audit.answers.length > 3000, `${input}: ${audit.answers.length} different materials`)
  }
})

const namesOf = (kind: Kind) =>
  everyName(reviewedData())
    .filter((one) => one.kind === kind)
    .map(({ name }) => name)

t.test('qingdan survey agrees with single questions on every board', async (t) => {
  const { app } = await build(t)
  const names = namesOf('signboard')
  const place = workplace(t)
  writeFileSync(join(place.folder, 'boards.csv'), csvOf('牌子名称', names))
  const { code, error } = qingdan(place, 'survey', 'boards.csv', '-o', 'survey.json', '--on', testDay)
  t.equal(code, 0, error)
  const { boards } = JSON.parse(readFileSync(join(place.folder, 'survey.json'), 'utf8')) as Pick<Survey, 'boards'>
  t.equal(boards.length, names.length, 'every board has its row')
  const single = singlesOf(app, 'signboard')
  for (const [at, { board, answer }] of boards.entries()) {
    const name = names[at] ?? ''
    // What hangs at a village is the village's own, where a list has it under that name.
    const asked = answer.query.name === board.name ? board.name : `村${board.name}`
    const expected = await single(asked)
    if (JSON.stringify(answer) !== JSON.stringify(expected)) t.same(answer, expected, board.name)
    // Brackets and white space are made plain when a cell is read; what was found must not depend on that.
    const [whole, part] = [decisionOf(await single(name)), decisionOf(answer)]
    if (part !== whole && asked === board.name) t.equal(part, whole, name)
  }
  const listed = boards.filter(({ answer }) => answer.findings.length > 0).length
  t.ok(listed > 150, `${listed} boards are on a list`)
})

t.test('qingdan ledger agrees with single questions on every task', async (t) => {
  const { app } = await build(t)
  const names = namesOf('task')
  const place = workplace(t)
  writeFileSync(join(place.folder, 'tasks.csv'), csvOf('工作事务', names))
  writeFileSync(join(place.folder, 'boards.csv'), csvOf('牌子名称', ['农家书屋']))
  writeFileSync(join(place.folder, 'materials.csv'), csvOf('材料名称', ['身份证']))
  const files = ['tasks.csv', 'boards.csv', 'materials.csv']
  const { code, error } = qingdan(place, 'ledger', ...files, '-o', 'ledger.xlsx', '--on', testDay)
  t.equal(code, 1, `the law forbids some of them: ${error}`)
  const { sheets } = await openWorkbook(readFileSync(join(place.folder, 'ledger.xlsx')))
  const rows = (await cellsOf(sheets[0])).filter(([no = '']) => /^\d+$/.test(no))
  t.equal(rows.length, names.length, 'every task has its row')
  const single = singlesOf(app, 'task')
  let listed = 0
  for (const [at, [, task = '', , verdict, reason = '', basis = '']] of rows.entries()) {
    const name = names[at] ?? ''
    const expected = await single(task)
    // The sheet is for people: it has no items by their ids, but sentences that name list and number. More may stand below them.
    const said = [verdict, reason.slice(0, expected.reason.length), basis]
    const due = [verdicts.task[expected.outcome].zh, expected.reason, basisText(expected, 'zh')]
    if (JSON.stringify(said) !== JSON.stringify(due)) t.same(said, due, task)
    const [whole, part] = [decisionOf(await single(name)), decisionOf(expected)]
    if (part !== whole) t.equal(part, whole, name)
    if (expected.findings.length > 0) listed += 1
  }
  t.ok(listed > 50, `${listed} tasks are on a list`)
})
