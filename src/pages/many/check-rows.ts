import type { FastifyRequest } from 'fastify'
import type { List } from '../../catalogue/snapshot.ts'
import type { Columns } from '../../checks/columns-by-role.ts'
import { type Judge, judgeIn } from '../../checks/judge.ts'
import { standingOf } from '../../checks/materials/audit-row.ts'
import { namesNobody, unnamedMark } from '../../checks/materials/caveat.ts'
import { type Paper, papersOf } from '../../checks/materials/row-papers.ts'
import { cellName } from '../../checks/written-name.ts'
import { cellAt, type TableRow } from '../../documents/table-file.ts'
import { answerRow, rowCheck } from '../../http/answers/answer-batch.ts'
import { settingOf } from '../../http/answers/request-setting.ts'
import { type CheckedRow, mostQuestions } from '../../http/schemas/batch-schemas.ts'
import type { Kind } from '../../lists/terms.ts'
import { words as auditWords } from '../../reports/audit-words.ts'
import { completeness } from '../../reports/list-state.ts'
import { basisText, itemText } from '../../reports/spell-out.ts'
import type { Answer } from '../../rulings/answer.ts'
import { listName } from '../../rulings/list-name.ts'
import { longestName } from '../../rulings/question.ts'
import { Turn } from '../../work/turns.ts'
import { verdict } from '../page-verdict.ts'
import { conclusions, type Tone, tones } from '../page-words.ts'
import type { ReadForm } from './form-fields.ts'
import { roleOf, type SentTable, tooManyPapers } from './sent-rows.ts'

/** One row of the table, for the page and for the files alike. */
export interface CheckedLine {
  readonly no: number
  readonly name: string
  readonly issuer: string
  readonly outcome: string
  readonly tone: Tone
  readonly verdict: string
  readonly item: string
  readonly basis: string
  readonly instead: string
  readonly note: string
  /** Nobody is named to issue it, and that matters. */
  readonly unnamed: boolean
}

/** What a person needs who has to find out what the lists leave open. */
function noteOn({ outcome, candidates, consulted }: Answer, { snapshot, language }: FastifyRequest): string {
  if (outcome === 'ambiguous') return candidates.map((one) => one.name).join('、')
  if (outcome !== 'undetermined') return ''
  const absent = consulted
    .filter((one) => one.completeness === 'absent')
    .map((one) => listName(snapshot.lists.get(one.list) as List, language))
  return absent.length === 0 ? '' : `${absent.join('、')} ${completeness.absent[language]}`
}

/** Text as a page shows it: on one line, and a long one cut, since a thousand cells of the longest would be a page of 30 MB. */
function shown(text: string): string {
  const line = text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  const most = 2 * longestName
  return line.length > most ? `${line.slice(0, most).toWellFormed()}…` : line
}

/** Puts the result of a paper, a board or a task into words. */
function lineOf(request: FastifyRequest, no: number, paper: Paper, check: () => CheckedRow): CheckedLine {
  const { language } = request
  const { material, issuer = '', otherKind, unasked } = paper
  const line = { no, name: shown(material), issuer, item: '', basis: '', instead: '', unnamed: false }
  if (unasked === 'empty' || unasked === 'no_result')
    return { ...line, outcome: 'problem', tone: 'none', verdict: auditWords[unasked][language], note: '' }
  const result = check()
  if (!('answer' in result)) {
    const verdict = conclusions.problem[language]
    return { ...line, outcome: 'problem', tone: 'none', verdict, note: result.problem.detail }
  }
  const { answer } = result
  const setting = settingOf(request, answer.query)
  const standing = standingOf({ ...paper, answer })
  const notes = [
    otherKind !== undefined && standing === 'clear'
      ? auditWords.otherKindNote[language].replace('{type}', otherKind)
      : '',
    noteOn(answer, request),
  ]
  return {
    ...line,
    outcome: answer.outcome,
    unnamed: namesNobody(answer),
    tone: otherKind !== undefined && standing === 'clear' ? 'none' : tones[answer.outcome],
    verdict: `${verdict(answer)[language]}${namesNobody(answer) ? unnamedMark[language] : ''}`,
    item: itemText(answer, setting).replaceAll('\n', language === 'zh' ? '；' : '; '),
    basis: basisText(answer, language).replaceAll('\n', language === 'zh' ? '；' : '; '),
    instead: answer.instead.map((one) => one.text).join(''),
    note: notes.filter((note) => note !== '').join(language === 'zh' ? '' : ' '),
  }
}

/** What a row names: papers as an audit reads them, boards and tasks by their one name. */
function namedIn(kind: Kind, row: TableRow, columns: Columns, judge: Judge): readonly Paper[] {
  if (kind === 'certificate') return papersOf(row, columns, judge)
  const text = cellAt(row, columns[roleOf[kind]])
  const read = cellName(text)
  return [read.state === 'name' ? { material: read.name } : { material: text, unasked: read.state }]
}

/**
 * Answers the rows with the very engine of POST /v1/check, in turns with other requests.
 * @throws what a single question throws whose place or day is wrong; Refusal where the cells name more than is checked at once.
 */
export async function checkRows(
  request: FastifyRequest,
  { kind, region, on }: ReadForm,
  { rows, columns }: SentTable,
): Promise<CheckedLine[]> {
  const validate = rowCheck(request)
  const common = { kind, region, on: on ?? request.today }
  // Said once, and not beside every row.
  const validation = validate({ ...common, name: 'x' })
  if (validation) throw { validation, validationContext: 'body' }
  const judge = judgeIn(settingOf(request, common))
  const turn = new Turn()
  const lines: CheckedLine[] = []
  for (const row of rows) {
    if (turn.over) await turn.next()
    for (const paper of namedIn(kind, row, columns, judge)) {
      if (lines.length >= mostQuestions) throw tooManyPapers()
      const { material, issuer } = paper
      const question = { ...common, name: material, ...(issuer === undefined ? {} : { issuer }) }
      lines.push(lineOf(request, row.no, paper, () => answerRow(request, question, validate)))
    }
  }
  return lines
}
