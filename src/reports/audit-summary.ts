import { roles } from '../checks/columns-by-role.ts'
import { type Count, type Raised, worst } from '../checks/materials/audit-tally.ts'
import { cellAt } from '../documents/table-file.ts'
import { outcomes } from '../rulings/answer.ts'
import { committees } from '../rulings/answer-question.ts'
import { applicable } from '../rulings/applicable.ts'
import { placeName } from '../rulings/place-name.ts'
import type { AuditReport } from './audit-report.ts'
import { words } from './audit-words.ts'
import { listState } from './list-state.ts'
import { verdicts } from './report-verdict.ts'

/** A table of a summary: a heading, a header and rows. */
export interface SummaryTable {
  readonly heading: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

const separators = { zh: '、', en: ', ' } as const

/** Services and papers shown: those at the top are the ones to begin with. */
const mostShown = 20
const mostDepartments = 200

/** What was audited, by which lists and when: name and value. */
export function facts({ file, found, setting }: AuditReport): [string, string][] {
  const { language, snapshot, region, on, body } = setting
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
    ...(body ? [[words.body[language], committees[body][language]] as [string, string]] : []),
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
    [word('waiting'), tally.waiting],
    [word('otherKind'), tally.otherKind],
    [word('unasked'), tally.unasked],
  ]
  const count = ([name, { materials, objections, toAsk, waiting }]: [string, Count]) =>
    [name || word('notNamed'), materials, objections, toAsk, waiting] as const
  const header = (first: keyof typeof words) => [
    ...[word(first), word('materials'), word('objections')],
    ...[word('toAsk'), word('waiting')],
  ]
  const lists = applicable(snapshot, { ...setting, kind: 'certificate' }, language).lists
  return [
    { heading: word('summarySheet'), header: [word('column'), word('value')], rows: counted },
    { heading: word('byPaper'), header: [word('toDrop'), word('times')], rows: papers(tally.raised.drop) },
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
        .slice(0, mostShown)
        .map(count),
    },
    { heading: word('incomplete'), header: [word('list'), word('completeness')], rows: listState(lists, language) },
  ].filter(({ rows }) => rows.length > 0)
}

/** The papers that must go, whoever asks for them, the most frequent first. */
function papers(raised: ReadonlyMap<string, Raised>): [string, number][] {
  const counts = new Map<string, number>()
  for (const { judged, rows } of raised.values()) counts.set(judged.material, (counts.get(judged.material) ?? 0) + rows)
  return [...counts].sort(([, a], [, b]) => b - a).slice(0, mostShown)
}
