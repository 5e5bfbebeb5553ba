import type { FastifyInstance, FastifyRequest } from 'fastify'

type Values = Record<string, unknown>

/** The parameters that a schema says are whole numbers. */
function wholeNumbers(schema: unknown): readonly string[] {
  const { properties = {} } = (schema ?? {}) as { properties?: Record<string, { type?: unknown }> }
  return Object.keys(properties).filter((name) => properties[name]?.type === 'integer')
}

/** Puts numbers in the place of decimal text; any other text stays, and is refused by the schema. */
function read(values: Values, names: readonly string[]): void {
  for (const name of names) {
    const text = values[name]
    if (typeof text === 'string' && /^(0|[1-9]\d*)$/.test(text)) values[name] = Number(text)
  }
}

/**
 * Reads the whole numbers of addresses. Fastify's validator would convert far more: 0x10, 1e1 and “ 1” to numbers, and in a body null
 * to false, 5 to “5” and ["5"] to “5”, so that a slip of the caller would be answered as if it had been meant.
 */
export function readWholeNumbers(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    const inQuery = wholeNumbers(route.schema?.querystring)
    const inPath = wholeNumbers(route.schema?.params)
    if (inQuery.length + inPath.length === 0) return
    const readBoth = ({ query, params }: FastifyRequest, _reply: unknown, done: () => void) => {
      read(query as Values, inQuery)
      read(params as Values, inPath)
      done()
    }
    route.preValidation = [readBoth, ...[route.preValidation ?? []].flat()]
  })
}
