import { isDeepStrictEqual } from 'node:util'
import { breaches, json, type ProblemDetails, type Received } from './breaches.ts'
import type { Sent } from './generated-requests.ts'

/** Reasons are the part of an answer that is there in each language. */
function reasonsOf(body: unknown): unknown[] {
  const { reason, results = [] } = (body ?? {}) as { reason?: string; results?: { answer?: { reason: string } }[] }
  return [reason, ...results.map(({ answer }) => answer?.reason)].filter((one) => one !== undefined)
}

/** What is wrong with the languages of answers: each says which it is in, and gives its reasons in that one. */
export async function answerLanguageBreaches(
  sent: Sent,
  ask: (sent: Sent, more: Record<string, string>) => Promise<Received>,
): Promise<string[]> {
  const [zh, en] = await Promise.all(['zh', 'en'].map((language) => ask(sent, { 'accept-language': language })))
  const [inChinese, inEnglish] = [zh, en].map((one) => reasonsOf(json((one as Received).body)))
  const found: string[] = []
  if (zh?.headers['content-language'] !== 'zh-CN' || en?.headers['content-language'] !== 'en')
    found.push('an answer in the other language')
  if (inChinese?.length !== inEnglish?.length || inChinese?.some((reason, at) => reason === inEnglish?.[at]))
    found.push('a reason without translation')
  return found
}

/** What differs between the Chinese and the English refusal of the same request beside their words. */
export async function languageBreaches(
  sent: Sent,
  ask: (sent: Sent, more: Record<string, string>) => Promise<Received>,
): Promise<string[]> {
  const [zh, en] = await Promise.all(['zh', 'en'].map((language) => ask(sent, { 'accept-language': language })))
  const [inChinese, inEnglish] = [zh, en].map((one) => json((one as Received).body) as ProblemDetails)
  const found = [zh, en].flatMap((one) =>
    breaches(undefined, sent.method, one as Received).filter((breach) => !breach.startsWith('status ')),
  )
  const apart = (problem: ProblemDetails | undefined) => [
    problem?.type,
    problem?.status,
    problem?.errors?.map((one) => [one.in, one.name]),
  ]
  if (zh?.headers['content-language'] !== 'zh-CN' || en?.headers['content-language'] !== 'en')
    found.push('a refusal in the other language')
  if (!isDeepStrictEqual(apart(inChinese), apart(inEnglish)))
    found.push('refusals differ by language in more than words')
  if (inChinese?.title === inEnglish?.title || inChinese?.detail === inEnglish?.detail)
    found.push('a refusal without translation')
  return found
}
