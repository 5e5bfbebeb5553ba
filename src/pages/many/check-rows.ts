import type { FastifyRequest } from 'fastify'
import type { List } from '../../catalogue/snapshot.ts'
import { answerRow, rowCheck } from '../../http/answers/answer-batch.ts'
import { placeOf } from '../../http/answers/ask.ts'
import type { CheckedRow } from '../../http/schemas/batch-schemas.ts'
import type { Answer } from '../../rulings/answer.ts'
import { listName } from '../../rulings/list-name.ts'
import { Turn } from '../../work/turns.ts'
import { verdict } from '../page-verdict.ts'
import { completeness, conclusions, type Tone, tones } from '../page-words.ts'
import type { ReadForm } from './form-fields.ts'
import type { SentRow } from './sent-rows.ts'

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

/** Puts the result of a row into words. */
function lineOf(request: FastifyRequest, no: number, { name, issuer = '' }: SentRow, result: CheckedRow): CheckedLine {
  const { snapshot, language } = request
  const line = { no, name, issuer, item: '', basis: '', instead: '' }
  if (!('answer' in result)) {
    const verdict = conclusions.problem[language]
    return { ...line, outcome: 'problem', tone: 'none', verdict, note: result.problem.detail }
  }
  const { answer } = result
  const separator = language === 'zh' ? '；' : '; '
  const items = answer.findings.map(({ name, citation: { list, no } }) => {
    const where = listName(snapshot.lists.get(list) as List, language)
    return language === 'zh' ? `${where}第${no}项 ${name}` : `${where}, item ${no} ${name}`
  })
  const bases = answer.findings.map(
    ({ citation }) =>
      `《${citation.document}》${[citation.number, citation.clause].filter(Boolean).slice(0, 1).join('')}`,
  )
  return {
    ...line,
    outcome: answer.outcome,
    tone: tones[answer.outcome],
    verdict: verdict(answer)[language],
    item: items.join(separator),
    basis: bases.join(separator),
    instead: answer.instead.map((one) => one.text).join(''),
    note: noteOn(answer, request),
  }
}

/**
 * Answers the rows with the very engine of POST /v1/check, in turns with other requests.
 * @throws what a single question throws whose place or day is wrong.
 */
export async function checkRows(request: FastifyRequest, { kind, region, on, rows }: ReadForm): Promise<CheckedLine[]> {
  const validate = rowCheck(request)
  const common = { kind, region, on: on ?? request.today }
  // Said once, and not beside every row.
  const validation = validate({ ...common, name: 'x' })
  if (validation) throw { validation, validationContext: 'body' }
  placeOf(request, region)
  const turn = new Turn()
  const lines: CheckedLine[] = []
  for (const [at, row] of rows.entries()) {
    if (turn.over) await turn.next()
    lines.push(lineOf(request, at + 1, row, answerRow(request, { ...common, ...row }, validate)))
  }
  return lines
}
