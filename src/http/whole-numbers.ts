import type { FastifyInstance, preValidationHookHandler } from 'fastify'

type Values = Record<string, unknown>

/**
 * An address carries text only: where the schema of a route asks for a whole number there, digits become one before they are checked.
 * The validator's own coercion is off, because it cannot be told from bodies, where JSON has types and `true` is no name.
 */
export function readWholeNumbers(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    const inQuery = wholeNumbers(route.schema?.querystring)
    const inPath = wholeNumbers(route.schema?.params)
    if (inQuery.length + inPath.length === 0) return
    const read: preValidationHookHandler = (request, _reply, done) => {
      readAll(request.query as Values, inQuery)
      readAll(request.params as Values, inPath)
      done()
    }
    route.preValidation = [read, ...[route.preValidation ?? []].flat()]
  })
}

function wholeNumbers(schema: unknown): string[] {
  const { properties = {} } = (schema ?? {}) as { properties?: Record<string, { type?: unknown }> }
  return Object.keys(properties).filter((name) => properties[name]?.type === 'integer')
}

function readAll(values: Values, names: readonly string[]): void {
  for (const name of names) {
    const text = values[name]
    if (typeof text === 'string' && /^\d{1,15}$/.test(text)) values[name] = Number(text)
  }
}
