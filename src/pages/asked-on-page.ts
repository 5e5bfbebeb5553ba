import type { FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import type { Asked } from '../http/answers/ask.ts'
import { Body, Issuer, Name, On, Region } from '../http/schemas/parameters.ts'
import { Kind } from '../lists/terms.ts'

/**
 * A question as it stands in a page's address. Parameters that pages do not know are let through: messengers add theirs to links that
 * people send each other, and a page says what it was asked.
 */
export const Written = Type.Object({
  kind: Type.Optional(Kind),
  name: Type.Optional(Name),
  region: Type.Optional(Region),
  on: Type.Optional(On),
  issuer: Type.Optional(Issuer),
  body: Type.Optional(Body),
})
export type Written = Static<typeof Written>

/** The question in the address, if there is one. The form sends the issuer with every kind; only certificates have one. */
export function questionIn({ query }: FastifyRequest): Asked | undefined {
  const { kind = 'certificate', name, region, on, issuer, body } = query as Written
  if (name === undefined) return undefined
  return {
    kind,
    name: name.trim(),
    ...(region === undefined ? {} : { region }),
    ...(on === undefined ? {} : { on }),
    ...(issuer === undefined || kind !== 'certificate' ? {} : { issuer }),
    ...(body === undefined ? {} : { body }),
  }
}
