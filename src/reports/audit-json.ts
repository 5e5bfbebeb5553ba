import { standingOf } from '../checks/materials/audit-row.ts'
import { worst } from '../checks/materials/audit-tally.ts'
import { answerQuestion } from '../rulings/answer-question.ts'
import type { Question } from '../rulings/question.ts'
import type { AuditReport } from './audit-report.ts'

/**
 * An audit for programs. Rows refer to their answers by number: a catalogue repeats its papers, and an answer is some
 * two kilobytes. The answers are those that /v1/check gives; they are worked out again at the end rather than kept.
 */
export async function* auditJson(report: AuditReport): AsyncGenerator<string> {
  const { file, found, setting, tally } = report
  const { snapshot, region, on, body, language } = setting
  const asked = new Map<string, { number: number; question: Question }>()
  const numberOf = (question: Question) => {
    const key = `${question.name}\n${question.issuer ?? ''}`
    const known = asked.get(key) ?? { number: asked.size, question }
    asked.set(key, known)
    return known.number
  }
  const table = { file, sheet: found.sheet.name, header: found.header.cells, columns: found.columns }
  const about = { ...table, region, on, ...(body ? { body } : {}) }
  yield `{"dataset":${JSON.stringify({ version: snapshot.version })},"audited":${JSON.stringify(about)},"rows":[`
  let separator = '\n'
  for await (const batch of report.rows()) {
    let piece = ''
    for (const { row, judged } of batch) {
      const materials = judged.map((one) => {
        const { answer, unasked, ...about } = one
        return { ...about, standing: standingOf(one), ...(answer ? { answer: numberOf(answer.query) } : { unasked }) }
      })
      piece += `${separator}${JSON.stringify({ row: row.no, cells: row.cells, materials })}`
      separator = ',\n'
    }
    yield piece
  }
  yield '],"answers":['
  separator = '\n'
  for (const { question } of asked.values()) {
    yield `${separator}${JSON.stringify(answerQuestion(snapshot, question, language))}`
    separator = ',\n'
  }
  const { rows, materials, objections, unnamedIssuer, toAsk, waiting, otherKind, unasked, outcomes } = tally
  const counts = { rows, materials, objections, unnamedIssuer, toAsk, waiting, otherKind, unasked, outcomes }
  const named = (counted: typeof tally.departments) => worst(counted).map(([name, count]) => ({ name, ...count }))
  const summary = { counts, departments: named(tally.departments), services: named(tally.services) }
  yield `],"summary":${JSON.stringify(summary)}}\n`
}
