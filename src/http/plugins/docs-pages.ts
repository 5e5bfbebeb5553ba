import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import Fastify, { type FastifyInstance } from 'fastify'

/** The pages that show an OpenAPI document at /docs, as an application of their own. Every asset is served from here. */
export async function buildDocsPages(document: string): Promise<FastifyInstance> {
  const app = Fastify()
  await app.register(swagger, { mode: 'static', specification: { document: JSON.parse(document) } })
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: true,
    // Everything comes from here; asking browsers for https would leave the page bare wherever the service is called without it.
    transformStaticCSP: (policy) =>
      policy.replace(' upgrade-insecure-requests;', '').replaceAll(' https:', '').replace(' validator.swagger.io', ''),
    uiConfig: { validatorUrl: null },
  })
  await app.ready()
  return app
}
