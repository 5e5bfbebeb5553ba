import { join } from 'node:path'
import type { RouteOptions } from 'fastify'
import t, { type Test } from 'tap'
import { type ExampleRequest, exampleRequests, refusedRequests } from '../../scripts/openapi-examples.ts'
import { type App, buildApp } from '../../src/app.ts'
import { loadData } from '../../src/catalogue/load-data.ts'
import { openCatalogue } from '../../src/catalogue/read-snapshot.ts'
import { patient } from '../build-service.ts'
import { reviewedFolder } from '../data-folder.ts'
import { operations } from './documented.ts'
import { watch } from './watched-service.ts'

/** What the document leaves out, and why. A row that no route needs fails the test as an unlisted route does. */
const undocumented: readonly { readonly routes: RegExp; readonly why: string }[] = [
  { routes: /^(GET|HEAD) \/$/, why: 'page for people' },
  { routes: /^(GET|HEAD) \/(slip|boards|data)$/, why: 'pages for people' },
  { routes: /^(GET|HEAD|POST) \/check$/, why: 'page for people with a form' },
  { routes: /^(GET|HEAD) \/lists(\/:id)?$/, why: 'pages for people' },
  { routes: /^(GET|HEAD) \/suggest(\/places)?$/, why: 'serves the script of a page, which is free to change with it' },
  { routes: /^(GET|HEAD) \/assets\/[a-z]+-[0-9a-f]+\.(css|js|svg)$/, why: 'what pages load' },
  { routes: /^(GET|HEAD) \/openapi\.json$/, why: 'the document itself' },
  { routes: /^(GET|HEAD) \/docs(\/\*|\/json)?$/, why: 'the document for people' },
]

interface Registered {
  readonly route: string
  readonly options: RouteOptions
}

/** The service as the examples of the document were asked of it: on the reviewed data, built at the beginning of time. */
async function exemplary(t: Test): Promise<{ app: App; registered: Registered[] }> {
  // The version of the data in the examples is that of the files as they are written, so no copy will do.
  const places = { dataDir: reviewedFolder, databasePath: join(t.testdir(), 'qingdan.sqlite') }
  await loadData(places, new Date(0))
  const snapshot = await openCatalogue(places)
  const { routes, tracing } = watch()
  const app = await buildApp({ snapshot: () => snapshot, settings: patient, tracing })
  await app.ready()
  t.teardown(() => app.close())
  const registered = routes.flatMap((options) =>
    [options.method].flat().map((method): Registered => ({ route: `${method} ${options.url}`, options })),
  )
  return { app, registered }
}

function inject(app: App, { url, body: payload }: ExampleRequest) {
  return app.inject(payload ? { method: 'POST', url, payload } : { url })
}

/** The address of an operation as a pattern that addresses of requests match. */
function addresses(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/?]+')}(\\?.*)?$`)
}

t.test(
  'every route is in the document or has a reason not to be, and no documented operation is without a route',
  async (t) => {
    const { registered } = await exemplary(t)
    const documented = new Set(
      operations.flatMap(({ method, path }) => {
        const url = path.replaceAll(/\{(\w+)\}/g, ':$1')
        return method === 'GET' ? [`GET ${url}`, `HEAD ${url}`] : [`${method} ${url}`]
      }),
    )
    // Of these a handler exists that refuses the methods which an address does not have.
    const served = registered.filter(
      ({ options }) => (options.onRequest as { name?: string } | undefined)?.name !== 'refuse',
    )
    const routes = new Set(served.map(({ route }) => route))
    t.ok(routes.size < registered.length, 'refusals of other methods are told apart from routes')
    for (const route of routes) {
      const reasons = undocumented.filter((one) => one.routes.test(route))
      if (documented.has(route)) t.same(reasons, [], `${route} is documented and on no list of exceptions`)
      else t.equal(reasons.length, 1, `${route} is in the document, or has one reason not to be`)
    }
    for (const route of documented) t.ok(routes.has(route), `${route} of the document is served`)
    for (const { routes: pattern, why } of undocumented) {
      t.ok(
        [...routes].some((route) => pattern.test(route)),
        `${pattern} (${why}) is needed`,
      )
    }
  },
)

t.test('every documented operation answers 200 to a request at its own address', async (t) => {
  const { app } = await exemplary(t)
  for (const { operationId, path, method } of operations) {
    const request = exampleRequests[operationId]
    t.ok(request, `${operationId} has a request`)
    if (request) {
      t.match(request.url, addresses(path), `${operationId}: ${request.name} goes to ${path}`)
      t.equal(request.body ? 'POST' : 'GET', method, `${operationId}: ${request.name} is a ${method}`)
      t.equal((await inject(app, request)).statusCode, 200, `${operationId}: ${request.name} is answered`)
    }
  }
})

t.test('whoever asks with the examples of all parameters of an operation gets something', async (t) => {
  const { app } = await exemplary(t)
  for (const { operationId, path, method, parameters } of operations.filter((one) => one.method === 'GET')) {
    // What is one of a few words needs no example: the first of them stands for it where it must be given.
    const shown = parameters
      .map((one) => ({ ...one, example: one.example ?? (one.required ? one.schema.enum?.[0] : undefined) }))
      .filter(({ example }) => example !== undefined)
    const url = path.replaceAll(/\{(\w+)\}/g, (_, name) =>
      encodeURIComponent(String(shown.find((one) => one.in === 'path' && one.name === name)?.example)),
    )
    const query = Object.fromEntries(
      shown.filter((one) => one.in === 'query').map(({ name, example }) => [name, String(example)]),
    )
    const response = await app.inject({ method: method as 'GET', url, query })
    t.equal(response.statusCode, 200, `${operationId}: ${response.payload.slice(0, 200)}`)
    const { total, findings } = response.json<{ total?: number; findings?: object[] }>()
    t.ok((total ?? findings?.length) !== 0, `${operationId} finds something`)
  }
})

t.test('every example of the document is what the service answers today, byte for byte', async (t) => {
  const { app } = await exemplary(t)
  let replayed = 0
  for (const { operationId, responses } of operations) {
    for (const [status, { content = {} }] of Object.entries(responses)) {
      for (const [type, { examples = {} }] of Object.entries(content)) {
        const request = status === '200' ? exampleRequests[operationId] : refusedRequests[status]
        for (const [name, { value }] of Object.entries(examples)) {
          if (request?.name !== name) {
            t.fail(`${operationId} ${status} ${name} has no request behind it`)
            continue
          }
          const response = await inject(app, request)
          t.equal(response.statusCode, Number(status), `${operationId} ${status} ${name}: status`)
          t.equal(response.headers['content-type'], `${type}; charset=utf-8`, `${operationId} ${status} ${name}: type`)
          t.equal(response.body, JSON.stringify(value), `${operationId} ${status} ${name}: body`)
          replayed += 1
        }
      }
    }
  }
  t.ok(replayed > operations.length, `${replayed} examples were replayed`)
})
