import { roles } from '../checks/columns-by-role.ts'
import { type Count, type OpenQuestion, worst } from '../checks/materials/audit-tally.ts'
import { cellAt } from '../documents/table-file.ts'
import { outcomes } from '../rulings/answer.ts'
import { answerQuestion } from '../rulings/answer-question.ts'
import { applicable } from '../rulings/applicable.ts'
import { placeName } from '../rulings/place-name.ts'
import type { AuditReport } from './audit-report.ts'
import { words } from './audit-words.ts'
import { describe } from './describe.ts'
import { listState } from './list-state.ts'
import { verdicts } from './report-verdict.ts'

/** A table of a summary: a heading, a header and rows. */
export interface SummaryTable {
  readonly heading: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

const separators = { zh: '、', en: ', ' } as const

/** Services shown: those at the top are the ones to begin with. */
const mostServices = 20
const mostDepartments = 200

/** What was audited, by which lists and when: name and value. */
export function facts({ file, found, setting }: AuditReport): [string, string][] {
  const { language, snapshot, region, on } = setting
  const { unread = [] } = found
  const named = Object.entries(found.columns).map(([role, column]) => {
    const { label } = roles[role as keyof typeof roles]
    return `${label[language]} = ${cellAt(found.header, column)}`
  })
  return [
    [words.file[language], file],
    [words.sheet[language], found.sheet.name],
    ...(unread.length > 0 ? [[words.unread[language], unread.join(separators[language])] as [string, string]] : []),
    [words.columns[language], named.join(language === 'zh' ? '；' : '; ')],
    [words.region[language], `${placeName(setting)} ${region}`],
    [words.day[language], on],
    [words.dataset[language], snapshot.version],
  ]
}

/** The counts of an audit as tables for people. */
export function summaryTables({ tally, setting }: AuditReport): SummaryTable[] {
  const { language, snapshot } = setting
  const word = (key: keyof typeof words) => words[key][language]
  const counted: [string, number][] = [
    [word('rows'), tally.rows],
    [word('materials'), tally.materials],
    [word('objections'), tally.objections],
    [word('unnamedCount'), tally.unnamedIssuer],
    [word('toAsk'), tally.toAsk],
    [word('unasked'), tally.unasked],
  ]
  const count = ([name, { materials, objections, toAsk }]: [string, Count]) =>
    [name || word('notNamed'), materials, objections, toAsk] as const
  const header = (first: keyof typeof words) => [word(first), word('materials'), word('objections'), word('toAsk')]
  const lists = applicable(snapshot, { kind: 'certificate', region: setting.region, on: setting.on }, language).lists
  return [
    { heading: word('summarySheet'), header: [word('column'), word('value')], rows: counted },
    {
      heading: word('byOutcome'),
      header: [word('verdict'), word('value')],
      rows: outcomes.map((outcome) => [verdicts.certificate[outcome][language], tally.outcomes[outcome]]),
    },
    {
      heading: word('byDepartment'),
      header: header('department'),
      rows: worst(tally.departments).slice(0, mostDepartments).map(count),
    },
    {
      heading: word('byService'),
      header: header('service'),
      rows: worst(tally.services)
        .filter(([, { objections, toAsk }]) => objections + toAsk > 0)
        .slice(0, mostServices)
        .map(count),
    },
    { heading: word('incomplete'), header: [word('list'), word('completeness')], rows: listState(lists, language) },
  ].filter(({ rows }) => rows.length > 0)
}

/** The questions for a person: first what lists contradict or leave open about a name, the most frequent first. */
function openQuestions({ tally }: AuditReport): OpenQuestion[] {
  const rank = ({ outcome }: OpenQuestion) =>
    outcome ? ['conflicting', 'prohibited', 'not_listed', 'ambiguous', 'undetermined'].indexOf(outcome) : 9
  return [...tally.questions.values()].sort((a, b) => rank(a) - rank(b) || b.rows - a.rows)
}

/** The header and the rows of the sheet of questions. */
export function questionTable(report: AuditReport) {
  const { snapshot, language } = report.setting
  const word = (key: keyof typeof words) => words[key][language]
  return {
    header: [
      word('judged'),
      word('issuer'),
      word('verdict'),
      word('item'),
      word('basis'),
      word('note'),
      word('times'),
      word('where'),
    ],
    widths: [28, 20, 26, 26, 34, 44, 10, 24],
    *rows() {
      for (const { judged, question, rows, first } of openQuestions(report)) {
        const answer = question && answerQuestion(snapshot, question, language)
        const { verdict, look, item, basis, note } = describe(answer ? { ...judged, answer } : judged, report.setting)
        const cells = [
          judged.material,
          judged.issuer ?? word('notNamed'),
          verdict,
          item,
          basis,
          note,
          rows,
          first.join(separators[language]),
        ]
        yield { cells, look }
      }
    },
  }
}
