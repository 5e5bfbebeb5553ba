import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { Timeouts } from '../../config/config.ts'
import { absentBodiesEnded } from './absent-bodies.ts'

/** How often it is looked whether a request has taken too long to arrive, in milliseconds: so much later a timeout may hold. Node's own default is 30 s. */
const timeoutsChecked = 300

/**
 * Makes the server of an application, with the timeouts that were set.
 * @param ahead answers what it can without the application, and says whether it did
 */
export function httpServer(
  timeouts: Timeouts,
  ahead: (request: IncomingMessage, response: ServerResponse) => boolean,
): (application: RequestListener) => Server {
  return (application) => {
    const server = createServer(
      {
        headersTimeout: timeouts.headers,
        requestTimeout: timeouts.request,
        keepAliveTimeout: timeouts.keepAlive,
        connectionsCheckingInterval: timeoutsChecked,
        keepAliveTimeoutBuffer: timeoutsChecked,
        // refuseUnacceptableHeads says it in problem details.
        requireHostHeader: false,
        ...absentBodiesEnded,
      },
      (request, response) => {
        if (!ahead(request, response)) application(request, response)
      },
    )
    return server.setTimeout(timeouts.connection)
  }
}
