import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'

const specification = fileURLToPath(new URL('../../openapi/openapi.json', import.meta.url))

/** Gives the committed OpenAPI document at /openapi.json and shows it at /docs, with every asset served from here. */
export async function serveDocs(app: FastifyInstance): Promise<void> {
  const text = readFileSync(specification, 'utf8')
  app.get('/openapi.json', { schema: { hide: true } }, (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(text),
  )
  await app.register(swagger, { mode: 'static', specification: { document: JSON.parse(text) } })
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: true,
    // Everything comes from here; asking browsers for https would leave the page bare wherever the service is called without it.
    transformStaticCSP: (policy) =>
      policy.replace(' upgrade-insecure-requests;', '').replaceAll(' https:', '').replace(' validator.swagger.io', ''),
    uiConfig: { validatorUrl: null },
  })
}
