import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Negotiator from 'negotiator'
import { varyBy } from '../answers/vary.ts'
import { namesTag } from './not-modified.ts'

const specification = fileURLToPath(new URL('../../../openapi/openapi.json', import.meta.url))

/** Headers of an answer that belong to the connection it came over. */
const ofConnection = ['connection', 'date', 'keep-alive', 'transfer-encoding']

const buildPages = async (document: string) => (await import('./docs-pages.ts')).buildDocsPages(document)

const packed = promisify(gzip)

/** The document as it goes out: packed to a tenth where the caller takes gzip, and not at all to a caller who has it (304). */
function documentSender(document: Buffer) {
  const hash = createHash('sha256').update(document).digest('base64url')
  const type = 'application/json; charset=utf-8'
  let packing: Promise<Buffer> | undefined
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const gzipped = new Negotiator(request.raw).encoding(['gzip', 'identity']) === 'gzip'
    // The two differ in their bytes, and so in their tags (RFC 9110, 8.8.3).
    const tag = gzipped ? `"${hash}.gzip"` : `"${hash}"`
    reply.headers({ etag: tag, vary: varyBy('accept-encoding', reply), 'cache-control': 'no-cache' })
    if (namesTag(request.headers['if-none-match'] ?? '', tag)) return reply.code(304).send()
    if (!gzipped) return reply.type(type).send(document)
    packing ??= packed(document)
    return reply
      .type(type)
      .header('content-encoding', 'gzip')
      .send(await packing)
  }
}

/**
 * Gives the committed OpenAPI document at /openapi.json and at /docs/json, and shows it at /docs. What shows it is loaded when
 * somebody first looks: it takes some megabytes, and most replicas are never asked.
 */
export async function serveDocs(
  app: FastifyInstance,
  { build = buildPages }: { build?: typeof buildPages } = {},
): Promise<void> {
  const document = readFileSync(specification)
  const send = documentSender(document)
  for (const path of ['/openapi.json', '/docs/json']) app.get(path, { schema: { hide: true } }, send)
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
