import type { FastifyRequest } from 'fastify'
import type { Snapshot } from '../../catalogue/snapshot.ts'
import type { Body, Kind } from '../../lists/terms.ts'
import { brokenBy } from '../../names/normalise/broken.ts'
import { noteAnswer } from '../../operations/traffic.ts'
import type { Answer } from '../../rulings/answer.ts'
import { answerQuestion } from '../../rulings/answer-question.ts'
import { itemById } from '../../rulings/item-id.ts'
import { type Place, placeAsked } from '../../rulings/place.ts'
import { ProblemError } from './problem.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Where a question is asked that names no region. */
    homeRegion: string
  }
}

/** A question as the schemas let it through; place and day may still be open. */
export interface Asked {
  readonly kind: Kind
  readonly name: string
  readonly region?: string
  readonly on?: string
  readonly issuer?: string
  readonly body?: Body
}

/**
 * Where a request asks: a region code is well-formed or not by its schema; what it stands for only the dataset can tell.
 * @throws ProblemError where it stands for nothing, or for several.
 */
export function placeOf(
  { snapshot, server }: Pick<FastifyRequest, 'snapshot' | 'server'>,
  code: string = server.homeRegion,
): Place {
  const place = placeAsked(snapshot, code)
  if (!('refused' in place)) return place
  const detail = place.refused
  throw new ProblemError('unknown-region', detail, [{ in: 'query', name: 'region', detail }])
}

/** A name in the form of a stable id must be the id of an item of the kind asked about; anything else is a slip of the caller. */
function checkId(snapshot: Snapshot, { kind, name }: Asked): void {
  const [, id, no] = /^([a-z0-9-]+)\/(\d+)$/.exec(name) ?? []
  const list = id === undefined ? undefined : snapshot.lists.get(id)
  if (!list || itemById(snapshot, kind, name)) return
  const detail =
    list.kind === kind
      ? { zh: `清单 ${id} 没有第 ${no} 项`, en: `list ${id} has no item ${no}` }
      : { zh: `清单 ${id} 属于 ${list.kind}，不是 ${kind}`, en: `list ${id} is about ${list.kind}, not ${kind}` }
  throw new ProblemError('unknown-item', detail, [{ in: 'request', name: 'name', detail }])
}

/** A name that only a broken client sends is no question: an answer to it would be taken for one about what was meant. */
function checkName({ name }: Asked): void {
  const detail = brokenBy(name)
  if (detail) throw new ProblemError('invalid-parameter', detail, [{ in: 'request', name: 'name', detail }])
}

/** Only a certificate has an issuer; named beside a board or a task it is a slip of the caller. */
function checkIssuer({ kind, issuer }: Asked): void {
  if (issuer === undefined || kind === 'certificate') return
  const detail = { zh: 'issuer 只用于 kind=certificate', en: 'issuer goes with kind=certificate only' }
  throw new ProblemError('invalid-parameter', detail, [{ in: 'query', name: 'issuer', detail }])
}

/**
 * Answers a question within a request: from the request's snapshot, in its language, for the home district and today
 * unless the question says otherwise.
 * @throws ProblemError when the name is broken, the region or the item id is unknown, or an issuer is named for what has none.
 */
export function ask(request: FastifyRequest, asked: Asked): Answer {
  const { snapshot, language, today } = request
  const { kind, name, region, on = today, issuer, body } = asked
  checkName(asked)
  checkIssuer(asked)
  const place = placeOf(request, region)
  checkId(snapshot, asked)
  const question = {
    ...{ kind, name, ...place, on },
    ...(issuer === undefined ? {} : { issuer }),
    ...(body === undefined ? {} : { body }),
  }
  const answer = answerQuestion(snapshot, question, language)
  noteAnswer(request, answer)
  return answer
}
