import { type Exchange, exchange } from '../load/exchange.ts'
import type { Request } from '../load/request.ts'

/** Questions that are asked in turn, with the answers that the service gave to them before anything was measured. */
export interface Case {
  readonly id: string
  readonly title: string
  readonly connections?: number
  /** How many names one request asks about; 1 where nothing is said. */
  readonly names?: number
  readonly requests: readonly Request[]
  readonly answers: readonly Exchange[]
}

const found = ({ body }: Exchange) =>
  JSON.parse(body.toString()) as { match: { method: string } | null; candidates: [] }
const method = (answer: Exchange) => found(answer).match?.method ?? ''

/** What the answer rests on: the name as it is listed, the name without its wrapping, or nothing but similar names. */
export const isExact = (answer: Exchange) => method(answer) === 'exact'
export const isWrapped = (answer: Exchange) => ['issuer', 'wrapper'].includes(method(answer))
export const hasCandidates = (answer: Exchange) => found(answer).candidates.length > 0

/**
 * Asks the running service every question once, and keeps those that it answers as the case says.
 * @throws Error where the status is another, or no question is left.
 */
export async function answered(
  port: number,
  id: string,
  title: string,
  requests: readonly Request[],
  { fits = () => true, status = 200 }: { fits?: (answer: Exchange) => boolean; status?: number } = {},
): Promise<Case> {
  const kept: [Request, Exchange][] = []
  for (const request of requests) {
    const answer = await exchange(port, request)
    if (answer.status !== status) throw new Error(`${request.path} is answered ${answer.status}, not ${status}`)
    if (fits(answer)) kept.push([request, answer])
  }
  if (kept.length === 0) throw new Error(`no question fits the case ${id}`)
  return { id, title, requests: kept.map(([request]) => request), answers: kept.map(([, answer]) => answer) }
}
