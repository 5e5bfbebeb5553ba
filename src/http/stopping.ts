import type { FastifyInstance } from 'fastify'

/** Once the process is stopping, has every connection closed after its answer, so that its next request goes to another replica. */
export function closeWhenStopping(app: FastifyInstance, stopping: () => boolean): void {
  app.addHook('onRequest', (_request, reply, done) => {
    if (stopping()) reply.header('connection', 'close')
    done()
  })
}
