import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const specification = fileURLToPath(new URL('../../openapi/openapi.json', import.meta.url))

/** Headers of an answer that belong to the connection it came over. */
const ofConnection = ['connection', 'date', 'keep-alive', 'transfer-encoding']

const buildPages = async (document: string) => (await import('./docs-pages.ts')).buildDocsPages(document)

/**
 * Gives the committed OpenAPI document at /openapi.json and shows it at /docs. What shows it is loaded when somebody first looks: it
 * takes some megabytes, and most replicas are never asked.
 */
export async function serveDocs(
  app: FastifyInstance,
  { build = buildPages }: { build?: typeof buildPages } = {},
): Promise<void> {
  const document = readFileSync(specification)
  app.get('/openapi.json', { schema: { hide: true } }, (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(document),
  )
  let pages: Promise<FastifyInstance> | undefined
  const show = async ({ url, headers }: FastifyRequest, reply: FastifyReply) => {
    pages ??= build(document.toString()).catch((error: unknown) => {
      // Whatever was in the way, such as too many open files, may be gone when somebody looks again.
      pages = undefined
      throw error
    })
    const answer = await (await pages).inject({ url, headers })
    if (answer.statusCode === 404) return reply.callNotFound()
    for (const [name, value] of Object.entries(answer.headers)) {
      if (!ofConnection.includes(name)) reply.header(name, value)
    }
    // An empty body would be given a type and a length, which a 304 has not (RFC 9110, 8.6).
    return reply.code(answer.statusCode).send(answer.rawPayload.length > 0 ? answer.rawPayload : undefined)
  }
  for (const path of ['/docs', '/docs/*']) app.get(path, { schema: { hide: true } }, show)
  app.addHook('onClose', async () => {
    await (await pages)?.close()
  })
}
