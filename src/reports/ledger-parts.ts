import { advices } from '../checks/boards/advice.ts'
import type { JudgedBoard } from '../checks/boards/judged-board.ts'
import type { Survey } from '../checks/boards/survey.ts'
import type { Setting } from '../checks/judge.ts'
import type { Ledger } from '../checks/ledger/ledger.ts'
import type { Kind, Language } from '../lists/terms.ts'
import { type Answer, type Outcome, outcomes } from '../rulings/answer.ts'
import type { LedgerPart } from './ledger-part.ts'
import { advised, words } from './ledger-words.ts'
import { verdicts } from './report-verdict.ts'
import { basisText, cautionText, citationText, insteadText } from './spell-out.ts'
import type { WrittenCell } from './workbook/written-sheet.ts'

/** What is said of an answer: conclusion, reason with what must be known beside it, basis. */
function found(kind: Kind, answer: Answer, setting: Setting): WrittenCell[] {
  const { language } = setting
  const { look, ...verdict } = verdicts[kind][answer.outcome]
  const reason = [answer.reason, answer.outcome === 'conflicting' ? '' : cautionText(answer, setting)]
  const said = reason.filter((text) => text !== '').join('\n')
  return [{ text: verdict[language], look }, said, basisText(answer, language)]
}

function outcomeCounts(kind: Kind, counts: Readonly<Record<Outcome, number>>, language: Language): string {
  const named = outcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => [verdicts[kind][outcome][language], counts[outcome]] as const)
  return countLine(named, language)
}

function countLine(named: readonly (readonly [string, number])[], language: Language): string {
  const total = named.reduce((sum, [, count]) => sum + count, 0)
  const parts = named.map(([name, count]) => `${name} ${count}`)
  return [`${words.total[language]} ${total}`, ...parts].join(language === 'zh' ? '；' : '; ')
}

export function tasksPart({ tasks, counts }: Ledger, title: string, setting: Setting): LedgerPart {
  const { language } = setting
  return {
    key: 'tasks',
    identity: ['task', 'department'],
    name: words.tasks[language],
    title,
    counts: outcomeCounts('task', counts.tasks, language),
    columns: [
      ['task', 28],
      ['department', 18],
      ['finding', 20],
      ['reason', 44],
      ['basis', 34],
    ],
    rows: tasks.map(({ name, department = '', answer }) => [name, department, ...found('task', answer, setting)]),
    written: tasks.map(({ written }) => written),
  }
}

export function certificatesPart({ certificates, counts }: Ledger, title: string, setting: Setting): LedgerPart {
  const { language } = setting
  return {
    key: 'certificates',
    identity: ['certificate', 'issuer', 'service', 'department'],
    name: words.certificates[language],
    title,
    counts: outcomeCounts('certificate', counts.certificates, language),
    columns: [
      ...([
        ['certificate', 26],
        ['issuer', 16],
        ['service', 20],
        ['department', 18],
        ['finding', 20],
      ] as const),
      ...([
        ['reason', 44],
        ['basis', 34],
        ['instead', 30],
      ] as const),
    ],
    rows: certificates.map(({ name, issuer = '', service = '', department = '', answer }) => [
      ...[name, issuer, service, department],
      ...found('certificate', answer, setting),
      insteadText(answer, language),
    ]),
    written: certificates.map(({ written }) => written),
  }
}

export function boardsPart(survey: Survey, title: string, { language }: Setting): LedgerPart {
  const named = advices.map((advice) => [advised[advice][language], survey.counts[advice]] as const)
  return {
    key: 'boards',
    identity: ['board'],
    name: words.boards[language],
    title,
    counts: countLine(
      named.filter(([, count]) => count > 0),
      language,
    ),
    columns: [
      ['board', 28],
      ['place', 10],
      ['count', 8],
      ['finding', 18],
      ['reason', 48],
      ['basis', 34],
    ],
    rows: survey.boards.map((one) => boardRow(one, language)),
    written: survey.boards.map(({ board }) => board.written),
    hints: siteRows(survey, language),
  }
}

function boardRow({ board, advice, reason, answer, grounds }: JudgedBoard, language: Language): WrittenCell[] {
  const { look, ...label } = advised[advice]
  const bases = [...grounds.map(({ citation }) => citationText(citation, language)), basisText(answer, language)]
  return [
    board.name,
    board.place ? words[board.place][language] : '',
    board.count ?? 1,
    { text: label[language], look },
    reason,
    [...new Set(bases)].filter((text) => text !== '').join('\n'),
  ]
}

/**
 * What is found of all boards together stands below them, with a measure and deadline of its own. The clause of the notice is quoted
 * only where it holds.
 */
function siteRows({ boards, site, clause }: Survey, language: Language): WrittenCell[][] {
  const word = (key: keyof typeof words) => words[key][language]
  const basis = clause ? citationText(clause.citation, language) : ''
  const separator = language === 'zh' ? '、' : ', '
  const row = (name: string, count: WrittenCell, finding: keyof typeof words, reason: string): WrittenCell[] => [
    ...[name, '', count],
    { text: word(finding), look: 'ask' },
    ...[reason, basis],
  ]
  return [
    ...site.missing.map(({ name, perhaps }) => {
      const meant = boards
        .filter((_, at) => perhaps.includes(at))
        .map(({ board }) => board.name)
        .join(separator)
      const reason = word(clause ? 'missingReason' : 'missingElsewhere')
      return row(name, 0, 'missing', `${reason}${meant ? word('perhaps') + meant : ''}`)
    }),
    ...site.repeated.map(({ name, count }) =>
      row(name, count, 'repeated', word('repeatedReason').replace('{n}', String(count))),
    ),
    ...site.merge.map(({ names }) =>
      row(names.join(separator), names.length, 'merge', word(clause ? 'mergeReason' : 'mergeElsewhere')),
    ),
  ]
}
