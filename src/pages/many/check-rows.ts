import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { FastifyRequest } from 'fastify'
import type { List } from '../../catalogue/snapshot.ts'
import { checkRegion } from '../../http/ask.ts'
import { answerBatch, rowCheck } from '../../http/batch.ts'
import type { CheckedRow } from '../../http/schemas/batch.ts'
import type { Answer } from '../../rulings/answer.ts'
import { listName } from '../../rulings/list-name.ts'
import { verdict } from '../verdict.ts'
import { completeness, conclusions, type Tone, tones } from '../words.ts'
import type { SentForm } from './sent-form.ts'
import type { SentRow } from './sent-rows.ts'

/** Answers the rows with the very engine of POST /v1/check. @throws what a single question throws whose place or day is wrong. */
async function results(request: FastifyRequest, { kind, region, on }: SentForm, rows: readonly SentRow[]) {
  const validate = rowCheck(request)
  const common = { kind, region, on: on ?? request.today }
  // Said once, and not beside every row.
  const validation = validate({ ...common, name: 'x' })
  if (validation) throw { validation, validationContext: 'body' }
  checkRegion(request.snapshot, region)
  const questions = rows.map((row) => ({ ...common, ...row }))
  return (JSON.parse(await text(Readable.from(answerBatch(request, questions, validate)))) as { results: CheckedRow[] })
    .results
}

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

/** Checks the rows and puts each result into words. */
export async function checkRows(
  request: FastifyRequest,
  form: SentForm,
  rows: readonly SentRow[],
): Promise<CheckedLine[]> {
  const { snapshot, language } = request
  const separator = language === 'zh' ? '；' : '; '
  return (await results(request, form, rows)).map((result, at): CheckedLine => {
    const { name, issuer = '' } = rows[at] as SentRow
    const line = { no: at + 1, name, issuer, item: '', basis: '', instead: '' }
    if (!('answer' in result)) {
      const verdict = conclusions.problem[language]
      return { ...line, outcome: 'problem', tone: 'none', verdict, note: result.problem.detail }
    }
    const { answer } = result
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
  })
}
