import type { FastifyRequest } from 'fastify'
import { Kind, type Sentence } from '../lists/terms.ts'
import { remark } from '../rulings/cite.ts'
import { placeAsked } from '../rulings/place.ts'
import { placeName } from '../rulings/place-name.ts'
import { ruleFor } from '../rulings/rule-for.ts'

/** The place that the address of a page names, which its links keep; undefined where it names none that is known. */
export function placeKept({ query, snapshot }: Pick<FastifyRequest, 'query' | 'snapshot'>): string | undefined {
  // Requests that Fastify refuses before routing have neither.
  const { region } = (query ?? {}) as { readonly region?: unknown }
  const place = snapshot && typeof region === 'string' ? placeAsked(snapshot, region) : undefined
  return place && !('refused' in place) ? place.region : undefined
}

/** What a title says of the place. */
export const inPlace = ({ zh, en }: Sentence, place: string): Sentence => ({
  zh: `${zh}（${place}）`,
  en: `${en} (${place})`,
})

/** The place at the foot of a page, with the documents whose rules hold there. */
export function footOf({ snapshot, today, language }: FastifyRequest, region: string) {
  const rules = Kind.enum.flatMap((kind) => ruleFor(snapshot, { kind, region, on: today }, 'default') ?? [])
  const cited = rules.map((rule) => remark(snapshot.documents, rule, language, { on: today }).citation)
  const documents = cited.map(({ document, number }) => `《${document}》${number ?? ''}`)
  return { place: placeName({ snapshot, region }), documents: [...new Set(documents)] }
}
