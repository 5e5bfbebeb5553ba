import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import type { App } from '../../src/app.ts'
import type { Citation } from '../../src/rulings/answer.ts'
import { ask } from '../ask-service.ts'
import { build } from '../build-service.ts'
import { listIn, reviewedData } from '../data-folder.ts'

/** A row of law.tsv: one version of a law, the article that was read in it, and where the data have it (`taken`). */
interface Row {
  readonly id: string
  readonly class: string
  readonly matter: string
  readonly law: string
  readonly version_date: string
  readonly in_force_from: string
  readonly in_force_to: string
  readonly article: string
  readonly taken: string
}

const [header = '', ...lines] = readFileSync(join(import.meta.dirname, 'law.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
const rows = lines.map((line) => {
  const cells = line.split('\t')
  return Object.fromEntries(header.split('\t').map((name, at) => [name, cells[at] ?? ''])) as unknown as Row
})

const data = reviewedData()
const classes = ['own', 'assists', 'board', 'certificate']
const said = (row: Row) => `${row.taken}: ${row.law} (${row.version_date}) ${row.article}`

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The first day on which anything that a thing rests on is in force, by the table. */
function firstDay(taken: string): string {
  const days = rows.filter((row) => row.taken.split(' ').includes(taken)).map((row) => row.in_force_from)
  return days.sort()[0] ?? ''
}

const cites = (row: Row, citations: readonly Citation[]) =>
  citations.some(
    ({ documentId, version, clause, from }) =>
      data.documents.some(({ id, title }) => id === documentId && title.replace('中华人民共和国', '') === row.law) &&
      version === row.version_date &&
      clause === row.article.replace('（', '(').replace('）', ')') &&
      from === row.in_force_from,
  )

/** Everything that the answer about an item cites for it, asked by its name and by its id. */
async function itemCitations(app: App, id: string, on: string): Promise<readonly Citation[]> {
  const [listId = '', no] = id.split('/')
  const list = listIn(data, listId)
  const item = list.items.find((one) => one.no === Number(no))
  if (!item) throw new Error(id)
  const found = await Promise.all([item.name, id].map((name) => ask(app, list.kind, name, { on })))
  const [byName = [], byId = []] = found.map(({ findings }) =>
    findings.filter((one) => one.item === id).flatMap(({ citation, also = [] }) => [citation, ...also]),
  )
  return byName.length === byId.length ? byName : []
}

t.test('every row of the table of law is taken in, or left out for a reason that stands beside it', async (t) => {
  t.equal(rows.length, 288)
  for (const row of rows)
    t.match(row.taken, /^(?:(?:annex-[123]|national-[a-z]+)\/\d+|board |rule |left out: .{10})/, said(row))
})

t.test(
  'every duty, assistance and certificate is answered with its version and article on the first and the last day, and not before',
  async (t) => {
    const { app } = await build(t)
    const taken = rows.filter(
      (row) => classes.includes(row.class) && /^(?:annex-[12]|national-certificates)\/\d+$/.test(row.taken),
    )
    t.ok(taken.length > 200, `${taken.length} rows`)
    for (const row of taken) {
      for (const on of [row.in_force_from, row.in_force_to || '2099-12-31'])
        t.ok(cites(row, await itemCitations(app, row.taken, on)), `${said(row)} on ${on}`)
      for (const on of [dayAfter(row.in_force_from, -1), ...(row.in_force_to ? [dayAfter(row.in_force_to, 1)] : [])])
        t.notOk(cites(row, await itemCitations(app, row.taken, on)), `${said(row)} not on ${on}`)
      t.same(await itemCitations(app, row.taken, dayAfter(firstDay(row.taken), -1)), [], `${row.taken} before all`)
    }
  },
)

t.test(
  'every board that law asks for is answered with its version and article on the first and the last day, and not before',
  async (t) => {
    const { app } = await build(t)
    const taken = rows.filter((row) => row.taken.startsWith('board '))
    t.ok(taken.length > 10, `${taken.length} rows`)
    for (const row of taken) {
      for (const id of row.taken.split(' ').slice(1)) {
        const name = data.statutoryBoards.find((board) => board.id === id)?.name ?? id
        const law = async (on: string) =>
          (await ask(app, 'signboard', name, { on })).law.flatMap(({ citation, also = [] }) => [citation, ...also])
        for (const on of [row.in_force_from, row.in_force_to || '2099-12-31'])
          t.ok(cites(row, await law(on)), `${name}: ${said(row)} on ${on}`)
        t.notOk(cites(row, await law(dayAfter(row.in_force_from, -1))), `${name}: ${said(row)} before`)
      }
    }
  },
)

t.test('what replaces a paper of annex 3 by law, and what law says beside answers, is cited on its days', async (t) => {
  const { app } = await build(t)
  const instead = rows.filter((row) => /^annex-3.* instead$/.test(row.taken) && row.in_force_from)
  const [beside, prohibited] = ['rule ', 'national-prohibitions/'].map((start) =>
    rows.filter((row) => row.taken.startsWith(start)),
  )
  t.same([instead.length, beside?.length, prohibited?.length], [17, 7, 12])
  /** Annex 3 was made public on 2020-04-27. */
  const from = (row: Row) => (row.in_force_from < '2020-04-27' ? '2020-04-27' : row.in_force_from)
  for (const row of instead) {
    const id = row.taken.replace(' instead', '')
    const all = async (on: string) =>
      (await ask(app, 'certificate', id, { on })).instead.map(({ citation }) => citation)
    t.ok(cites(row, await all(from(row))), said(row))
    t.notOk(cites(row, await all(dayAfter(row.in_force_from, -1))), `${said(row)} before`)
  }
  for (const row of beside ?? []) {
    const kind = row.taken.includes('certificate') ? 'certificate' : 'task'
    const name = kind === 'certificate' ? '死亡证明' : '残疾人工作'
    const on = kind === 'certificate' ? from(row) : row.in_force_from
    const law = async (day: string) => (await ask(app, kind, name, { on: day })).law.map(({ citation }) => citation)
    t.ok(cites(row, await law(on)), said(row))
    t.notOk(cites(row, await law(dayAfter(row.in_force_from, -1))), `${said(row)} before`)
  }
  for (const row of prohibited ?? []) {
    const [id = ''] = row.taken.split(' ')
    for (const region of ['620802', '100000']) {
      const answer = await ask(app, 'task', id, { on: row.in_force_from, region })
      t.match(answer, { outcome: 'prohibited', allowed: false }, said(row))
    }
    t.ok(cites(row, await itemCitations(app, id, row.in_force_to || '2099-12-31')), said(row))
  }
})
