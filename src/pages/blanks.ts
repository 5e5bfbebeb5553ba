import type { FastifyInstance } from 'fastify'

/** Drops what a form sends of fields that were left empty: for people an empty field is no answer, not a wrong one. */
export function dropBlanks(app: FastifyInstance): void {
  app.addHook('preValidation', ({ query }, _reply, done) => {
    const sent = query as Record<string, unknown>
    for (const [name, value] of Object.entries(sent)) {
      if (typeof value === 'string' && value.trim() === '') delete sent[name]
    }
    done()
  })
}
