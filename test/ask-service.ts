import type { App } from '../src/app.ts'
import type { Kind } from '../src/lists/terms.ts'
import type { Answer } from '../src/rulings/answer.ts'

interface Asked {
  readonly region?: string
  readonly on?: string
  readonly issuer?: string
  readonly body?: string
  readonly language?: string
}

const paths: Readonly<Record<Kind, string>> = { certificate: 'certificates', signboard: 'signboards', task: 'tasks' }

/** GET /v1/{kind}/{name}/status as a caller writes it. */
export async function get(app: App, kind: Kind, name: string, { language, ...query }: Asked = {}) {
  return app.inject({
    url: `/v1/${paths[kind]}/${encodeURIComponent(name)}/status`,
    query: query as Record<string, string>,
    headers: language === undefined ? {} : { 'accept-language': language },
  })
}

/** The answer to a question; anything but 200 is the test's failure. */
export async function ask(app: App, kind: Kind, name: string, asked: Asked = {}): Promise<Answer> {
  const response = await get(app, kind, name, asked)
  if (response.statusCode !== 200) throw new Error(`${kind} ${name}: ${response.statusCode} ${response.payload}`)
  return response.json<Answer>()
}
