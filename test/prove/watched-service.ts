import type { RouteOptions } from 'fastify'
import type { App } from '../../src/app.ts'
import { watching } from '../build-service.ts'

/** What a service let see of itself while it was built and while it answers. */
interface Watched {
  readonly routes: RouteOptions[]
  /** What handlers gave to be sent, by the id of the request; whoever looks takes it out. */
  readonly given: Map<string, unknown>
}

/**
 * Watches a service from inside, in the place of the plugin for traces: that is registered before everything else, and so hears of
 * every route and sees every answer before it becomes text.
 */
export function watch() {
  const watched: Watched = { routes: [], given: new Map() }
  const plugin = (app: App, _options: object, done: () => void) => {
    app.addHook('onRoute', (options) => {
      watched.routes.push(options)
    })
    app.addHook('preSerialization', (request, _reply, payload, next) => {
      // A copy: a later hook may change what it is given.
      watched.given.set(request.id, structuredClone(payload))
      next(null, payload)
    })
    done()
  }
  return { ...watched, tracing: watching(plugin) }
}
