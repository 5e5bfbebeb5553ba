import { isDeepStrictEqual } from 'node:util'
import { breaches, json, type ProblemDetails, type Received } from './breaches.ts'
import type { Sent } from './generated-requests.ts'

type Ask = (sent: Sent, more: Record<string, string>) => Promise<Received>

/** Asks in Chinese and in English, and tells what is wrong with the languages that the two say they are in. */
async function inBoth(sent: Sent, ask: Ask, what: string) {
  const [zh, en] = await Promise.all([ask(sent, { 'accept-language': 'zh' }), ask(sent, { 'accept-language': 'en' })])
  const said = zh.headers['content-language'] === 'zh-CN' && en.headers['content-language'] === 'en'
  return { zh, en, found: said ? [] : [`${what} in the other language`] }
}

/** Reasons are the part of an answer that is there in each language. */
function reasonsOf(body: unknown): unknown[] {
  const { reason, results = [] } = (body ?? {}) as { reason?: string; results?: { answer?: { reason: string } }[] }
  return [reason, ...results.map(({ answer }) => answer?.reason)].filter((one) => one !== undefined)
}

/** What is wrong with the languages of answers: each says which it is in, and gives its reasons in that one. */
export async function answerLanguageBreaches(sent: Sent, ask: Ask): Promise<string[]> {
  const { zh, en, found } = await inBoth(sent, ask, 'an answer')
  const [inChinese, inEnglish] = [reasonsOf(json(zh.body)), reasonsOf(json(en.body))]
  if (inChinese.length !== inEnglish.length || inChinese.some((reason, at) => reason === inEnglish[at]))
    found.push('a reason without translation')
  return found
}

/** What differs between the Chinese and the English refusal of the same request beside their words. */
export async function languageBreaches(sent: Sent, ask: Ask): Promise<string[]> {
  const { zh, en, found } = await inBoth(sent, ask, 'a refusal')
  const [inChinese, inEnglish] = [zh, en].map((one) => json(one.body) as ProblemDetails)
  for (const one of [zh, en])
    found.push(...breaches(undefined, sent.method, one).filter((breach) => !breach.startsWith('status ')))
  const apart = (problem: ProblemDetails | undefined) => [
    problem?.type,
    problem?.status,
    problem?.errors?.map((one) => [one.in, one.name]),
  ]
  if (!isDeepStrictEqual(apart(inChinese), apart(inEnglish)))
    found.push('refusals differ by language in more than words')
  if (inChinese?.title === inEnglish?.title || inChinese?.detail === inEnglish?.detail)
    found.push('a refusal without translation')
  return found
}
