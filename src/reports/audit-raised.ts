import type { Standing } from '../checks/materials/audit-row.ts'
import { type Count, type Raised, worst } from '../checks/materials/audit-tally.ts'
import type { Outcome } from '../rulings/answer.ts'
import { answerQuestion } from '../rulings/answer-question.ts'
import type { AuditReport } from './audit-report.ts'
import { words } from './audit-words.ts'
import { type Description, describe } from './describe.ts'
import { lackingText } from './spell-out.ts'
import type { WrittenCell, WrittenRow } from './workbook/written-sheet.ts'

/** A column of such a table: its header, its width in characters and what stands in it. */
interface Column {
  readonly word: keyof typeof words
  readonly width: number
  readonly cell: (one: Said) => WrittenCell
}

/** A paper with what is said of it. */
interface Said extends Raised {
  readonly description: Description
  readonly lacking: string
}

/** What an office acts on, as a table: for reports of every format. */
export interface RaisedTable {
  readonly name: string
  readonly header: readonly string[]
  readonly widths: readonly number[]
  rows(): Generator<{ readonly cells: readonly WrittenCell[]; readonly look: Description['look'] }>
}

const separators = { zh: '、', en: ', ' } as const

/** The papers of one standing. Those to drop stand by department and service, the worst first; the others by how often they come. */
export function raisedTable(report: AuditReport, standing: Exclude<Standing, 'clear'>): RaisedTable {
  const { language, snapshot } = report.setting
  const columns = columnsOf(report, standing)
  return {
    name: words[sheets[standing]][language],
    header: columns.map(({ word }) => words[word][language]),
    widths: columns.map(({ width }) => width),
    *rows() {
      for (const one of sorted(report, standing)) {
        const answer = one.question && answerQuestion(snapshot, one.question, language)
        const description = describe(answer ? { ...one.judged, answer } : one.judged, report.setting)
        const lacking = answer ? lackingText(answer, report.setting) : ''
        const said = { ...one, description, lacking }
        yield { cells: columns.map(({ cell }) => cell(said)), look: description.look }
      }
    },
  }
}

const sheets = { drop: 'dropSheet', ask: 'askSheet', waits: 'waitsSheet' } as const

function columnsOf({ found, setting }: AuditReport, standing: Exclude<Standing, 'clear'>): Column[] {
  const { language } = setting
  const unnamed = words.notNamed[language]
  const column = (word: Column['word'], width: number, cell: Column['cell']): Column => ({ word, width, cell })
  const where = [
    column('times', 8, ({ rows }) => rows),
    column('where', 24, ({ first }) => first.join(separators[language])),
  ]
  const paper = (word: Column['word']) => [
    column(word, 28, ({ judged }) => judged.material),
    column('issuer', 20, ({ judged }) => judged.issuer ?? unnamed),
  ]
  const verdict = column('verdict', 26, ({ description: { verdict, look } }) => ({ text: verdict, look }))
  const item = column('item', 26, ({ description }) => description.item)
  const basis = column('basis', 34, ({ description }) => description.basis)
  const note = column('note', 44, ({ description }) => description.note)
  if (standing === 'waits') return [...paper('waitingFor'), column('lacking', 44, ({ lacking }) => lacking), ...where]
  if (standing === 'ask') return [...paper('askedAbout'), verdict, item, basis, note, ...where]
  const asks = [
    ...(found.columns.department === undefined ? [] : [column('department', 18, (one) => one.department || unnamed)]),
    ...(found.columns.service === undefined ? [] : [column('service', 22, ({ service }) => service)]),
  ]
  const instead = column('instead', 40, ({ description }) => description.instead)
  return [...asks, ...paper('toDrop'), verdict, item, basis, instead, note, ...where]
}

const unasked = 5

/** First what lists contradict or leave open about a name; what is clear stands in the summary only. */
const ranks: Readonly<Record<Outcome, number>> = {
  conflicting: 0,
  not_listed: 1,
  ambiguous: 2,
  undetermined: 3,
  prohibited: 4,
  permitted: 4,
  not_applicable: 4,
}

function sorted({ tally }: AuditReport, standing: Exclude<Standing, 'clear'>): Raised[] {
  const all = [...tally.raised[standing].values()]
  if (standing !== 'drop') {
    // What could not even be asked comes last.
    const rank = ({ outcome }: Raised) => (outcome ? ranks[outcome] : unasked)
    return all.sort((a, b) => rank(a) - rank(b) || b.rows - a.rows)
  }
  const places = (counts: ReadonlyMap<string, Count>) => new Map(worst(counts).map(([name], at) => [name, at]))
  const [departments, services] = [places(tally.departments), places(tally.services)]
  const place = (known: ReadonlyMap<string, number>, name: string) => known.get(name) ?? 0
  return all.sort(
    (a, b) =>
      place(departments, a.department) - place(departments, b.department) ||
      place(services, a.service) - place(services, b.service) ||
      b.rows - a.rows,
  )
}

/** The rows of such a table as those of a sheet. */
export function* sheetRows(table: RaisedTable): Generator<WrittenRow> {
  yield { cells: table.header, look: 'head', height: 30 }
  for (const { cells } of table.rows()) yield { cells }
}
