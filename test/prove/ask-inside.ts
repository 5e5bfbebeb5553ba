import type { App } from '../../src/app.ts'
import type { Received } from './breaches.ts'
import type { Sent } from './generated-requests.ts'

/** Asks a service from inside, where each answer is worked out and nothing that is kept is sent. `more` are further headers. */
export const askInside =
  (app: App) =>
  async ({ method, target, headers, body }: Sent, more: Record<string, string> = {}): Promise<Received> => {
    const response = await app.inject({
      method: method as 'GET',
      url: target,
      headers: { ...headers, ...more },
      ...(body === undefined ? {} : { payload: body }),
    })
    return {
      statusCode: response.statusCode,
      headers: response.headers as Received['headers'],
      body: response.rawPayload,
    }
  }
