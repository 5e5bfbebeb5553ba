import { isDeepStrictEqual } from 'node:util'
import { breaches, json, type ProblemDetails, type Received } from './breaches.ts'
import type { Sent } from './generated-requests.ts'

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
