import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import t, { type Test } from 'tap'
import { build } from '../build-service.ts'
import { everyField } from '../every-field.ts'
import { askInside } from './ask-inside.ts'
import { batchBreaches } from './batch-breaches.ts'
import { breaches, json } from './breaches.ts'
import { budget, seed } from './budget.ts'
import { operations } from './documented.ts'
import { echoBreaches, statusBreaches } from './due-answers.ts'
import { requestsTo } from './generated-requests.ts'
import { answerLanguageBreaches, languageBreaches } from './language-breaches.ts'
import { seenBy } from './seen-by.ts'
import { judge } from './verdict.ts'
import { watch } from './watched-service.ts'
import { wordsOf } from './words.ts'

/** The service on data that use every field, and ways to ask it. */
async function service(t: Test) {
  const { given, tracing } = watch()
  const { app, snapshot } = await build(t, { change: everyField, parts: { tracing } })
  return { ask: askInside(app), snapshot, given }
}

t.test('requests of every kind to every operation are answered as the document says', async (t) => {
  t.comment(`seed ${seed}`)
  const { ask, snapshot, given } = await service(t)
  const everywhere = new Set<number>()
  for (const [index, operation] of operations.entries()) {
    const seen: Record<number, number> = {}
    let compared = 0
    const property = fc.asyncProperty(requestsTo(operation, wordsOf(snapshot, operation)), async (sent) => {
      const verdict = judge(sent, seenBy(sent.target))
      const received = await ask(sent)
      const { statusCode, headers } = received
      seen[statusCode] = (seen[statusCode] ?? 0) + 1
      const found = breaches(verdict.operation ?? operation, sent.method, received)
      found.push(...statusBreaches(snapshot, sent, verdict, received))
      if (statusCode === 200 && sent.method !== 'HEAD' && verdict.operation) {
        const body = json(received.body)
        const id = String(headers['x-request-id'])
        // What goes out as a stream has no one value that a handler gave.
        if (given.has(id)) {
          compared += 1
          if (!isDeepStrictEqual(body, given.get(id))) found.push('something got lost between handler and wire')
        }
        found.push(...echoBreaches(verdict.operation, verdict.asked, body))
        if (verdict.operation.operationId === 'checkMany') {
          const language = { 'accept-language': String(headers['content-language']) }
          found.push(...(await batchBreaches(snapshot, verdict.body, body, (one) => ask(one, language))))
        }
        if (headers['content-language'] !== undefined) found.push(...(await answerLanguageBreaches(sent, ask)))
      }
      if (statusCode === 200 && headers.etag !== undefined) {
        const again = await ask(sent, { 'if-none-match': String(headers.etag) })
        if (again.statusCode !== 304) found.push(`${again.statusCode} for a tag that was just given`)
        found.push(...breaches(verdict.operation, sent.method, again))
      }
      if (statusCode >= 400 && sent.method !== 'HEAD') found.push(...(await languageBreaches(sent, ask)))
      given.clear()
      if (found.length > 0) throw new Error(found.join('\n'))
    })
    await fc.assert(property, { seed: seed + index, numRuns: budget(100, 3000) })
    t.ok(seen[200] && seen[400], `${operation.operationId}: ${JSON.stringify(seen)}`)
    t.equal(compared > 0, operation.operationId !== 'checkMany', `${compared} answers were compared with what was sent`)
    for (const status of Object.keys(seen)) everywhere.add(Number(status))
  }
  const all = [200, 304, 400, 404, 405, 413, 414, 415]
  t.strictSame([...everywhere].sort(), all, 'all kinds of answers were met')
})
