import type { FastifyRequest } from 'fastify'
import { namesNobody, unnamedNote } from '../checks/materials/caveat.ts'
import type { Guide } from '../lists/list.ts'
import { completeness } from '../reports/list-state.ts'
import type { Answer, Citation } from '../rulings/answer.ts'
import { committees } from '../rulings/answer-question.ts'
import { placeName } from '../rulings/place-name.ts'
import { parametersOf } from './page-address.ts'
import { verdict } from './page-verdict.ts'
import { bodies, grades, guideWords, issuers, kinds, tones } from './page-words.ts'

/** A citation as people cite: title, then number, version and clause as far as they are known. */
function citationView({ document, number, issuer, version, clause, grade }: Citation) {
  return { document, details: [number, version, clause].filter((one) => one !== null), issuer, grade: grades[grade] }
}

/** An answer with everything its card and its slip show. */
export function answerView({ snapshot }: Pick<FastifyRequest, 'snapshot'>, answer: Answer) {
  const { query, outcome, issuer, findings, rule, law, instead, candidates, consulted } = answer
  const titleOf = (list: string) => snapshot.lists.get(list)?.title
  const remark = (one: Answer['instead'][number]) => ({
    text: one.text,
    citation: citationView(one.citation),
    also: (one.also ?? []).map(citationView),
  })
  return {
    ...answer,
    tone: tones[outcome],
    verdict: verdict(answer),
    caveat: answer.allowed === false && namesNobody(answer) ? unnamedNote : undefined,
    kind: kinds[query.kind],
    issuer: issuer && { written: issuer.written, read: issuers[issuer.reading] },
    region: placeName({ snapshot, region: query.region }),
    parameters: parametersOf(query),
    committee: query.body && committees[query.body],
    findings: findings.map((finding) => ({
      ...finding,
      title: titleOf(finding.citation.list),
      citation: { ...citationView(finding.citation), no: finding.citation.no, list: finding.citation.list },
      also: (finding.also ?? []).map(citationView),
      body: finding.body && bodies[finding.body],
      exceptions: finding.exceptions.map(remark),
      guide: Object.entries(finding.guide ?? {}).map(([field, text]) => ({
        field: guideWords[field as keyof Guide],
        text,
      })),
    })),
    rule: rule && remark(rule),
    law: law.map(remark),
    instead: instead.map(remark),
    candidates: candidates.map(({ item, name, matched }) => ({
      name,
      matched: matched === name ? undefined : matched,
      list: titleOf(item.slice(0, item.indexOf('/'))),
      parameters: { ...parametersOf(query), name },
    })),
    consulted: consulted.map((one) => ({
      ...one,
      annex: snapshot.lists.get(one.list)?.annex,
      state: one.completeness,
      completeness: completeness[one.completeness],
      grade: grades[one.grade],
    })),
  }
}
