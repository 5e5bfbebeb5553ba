import { isUtf8 } from 'node:buffer'
import type { Snapshot } from '../../src/catalogue/snapshot.ts'
import { brokenBy } from '../../src/names/normalise/broken.ts'
import { placeAsked } from '../../src/rulings/place.ts'
import { deviations, type Operation, operations, type Parameter, resolve, type Schema } from './documented.ts'
import type { Sent } from './generated-requests.ts'

/** What the document says of a request: the operation it goes to, what it asks, and how it may be answered. */
export interface Verdict {
  /** Without it, nothing in the document answers to method and address. */
  readonly operation: Operation | undefined
  /** How it may be refused for its form; if not at all, it keeps to the document. */
  readonly refusals: ReadonlySet<number>
  /** Values of the address by name, decoded; only for requests that keep to the document. */
  readonly asked: Readonly<Record<string, string>>
  readonly body: unknown
}

const broken = Symbol('not percent-encoded UTF-8')

function decoded(text: string): string | typeof broken {
  try {
    return decodeURIComponent(text)
  } catch {
    return broken
  }
}

/** Whether a parameter may be written so. Whole numbers are written as JSON writes them. */
function fits({ schema }: Parameter, text: string): boolean {
  if (schema.type !== 'integer') return deviations(schema, text).length === 0
  return /^(0|-?[1-9]\d*)$/.test(text) && deviations(schema, Number(text)).length === 0
}

const templates = operations.map((operation) => {
  const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string)
  return { operation, names, pattern: new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, '([^/]*)')}$`) }
})

/** How long a text in a path may be before it may be called too long (414) and not just wrong (400). */
const long = 200

/** The largest body of an operation, which its description gives. */
function largest({ body }: Operation): number {
  const [, size] = /请求体不超过 (\d+) MiB/.exec(body?.description ?? '') ?? []
  if (size === undefined) throw new Error('the document does not say how large a body may be')
  return Number(size) * 1024 * 1024
}

/** The rows of a batch are judged one by one (see the description of the operation), so the body is open for them. */
function envelopeOf({ operationId, body }: Operation): Schema {
  const schema = resolve<Schema>(body as Schema)
  if (operationId !== 'checkMany') return schema
  const { questions = {}, ...rest } = schema.properties ?? {}
  return (
    envelopes.get(schema) ??
    remember(schema, { ...schema, properties: { ...rest, questions: { ...questions, items: {} } } })
  )
}
const envelopes = new Map<Schema, Schema>()
function remember(schema: Schema, envelope: Schema): Schema {
  envelopes.set(schema, envelope)
  return envelope
}

function read(body: Buffer): { readonly json: unknown } | undefined {
  if (!isUtf8(body)) return undefined
  try {
    // A byte order mark may be ignored (RFC 8259, 8.1), and is.
    return { json: JSON.parse(body.toString().replace(/^\ufeff/, '')) }
  } catch {
    return undefined
  }
}

/** Judges a request by the document alone. `target` is what the service gets to see of the address. */
export function judge({ method, headers, body }: Sent, target: string): Verdict {
  const [path = '', query] = target.split(/\?(.*)/s)
  const matching = templates.filter(({ pattern }) => pattern.test(path))
  const looked = method === 'HEAD' ? 'GET' : method
  const found = matching.find(({ operation }) => operation.method === looked)
  const refusals = new Set<number>()
  const asked: Record<string, string> = {}
  if (decoded(path) === broken) refusals.add(400)
  if (!found) {
    if (path.split('/').some((one) => String(decoded(one)).length > long)) refusals.add(414)
    // No method but those of RFC 9110 that concern resources, and PATCH, is told apart from an address that is not there.
    for (const one of matching.length === 0 ? [404] : /^(TRACE|PROPFIND|PURGE)$/.test(method) ? [404, 405] : [405])
      refusals.add(one)
    if (query !== undefined && decoded(query) === broken) refusals.add(400)
    return { operation: undefined, refusals, asked, body: undefined }
  }
  const { operation, names, pattern } = found
  const parameter = (name: string, place: string) =>
    operation.parameters.find((one) => one.name === name && one.in === place)
  for (const [index, name] of names.entries()) {
    const text = decoded(pattern.exec(path)?.[index + 1] as string)
    if (text !== broken && fits(parameter(name, 'path') as Parameter, text)) asked[name] = text
    else refusals.add(400).add(String(text).length > long ? 414 : 400)
  }
  for (const piece of (query ?? '').split('&').filter((one) => one !== '')) {
    const [name, value = ''] = piece.split(/=(.*)/s).map((one) => decoded(one.replaceAll('+', ' ')))
    const known = typeof name === 'string' ? parameter(name, 'query') : undefined
    if (typeof name !== 'string' || !known || typeof value !== 'string' || name in asked || !fits(known, value))
      refusals.add(400)
    else asked[name] = value
  }
  if (operation.parameters.some((one) => one.required && !(one.name in asked))) refusals.add(400)
  let json: unknown
  if (operation.body) {
    const sent = body === undefined ? undefined : read(body)
    if ((body?.length ?? 0) > largest(operation)) refusals.add(413)
    const { 'content-type': type = '', 'content-encoding': coding = 'identity' } = headers
    if (body !== undefined && !(/^application\/json *(;.*)?$/i.test(type) && /^identity$/i.test(coding)))
      refusals.add(415)
    if (!sent || deviations(envelopeOf(operation), sent.json).length > 0) refusals.add(400)
    json = sent?.json
  }
  return { operation, refusals, asked, body: json }
}

/** What the data do not have, or what does not go together: refused although its form is right. */
export function misses(
  snapshot: Snapshot,
  operation: Operation,
  asked: Readonly<Record<string, unknown>>,
): readonly string[] {
  const { kind, name, region, issuer, list, no, id } = asked
  const found: string[] = []
  if (typeof region === 'string' && 'refused' in placeAsked(snapshot, region)) found.push('400 unknown-region')
  if (typeof kind === 'string' && issuer !== undefined && kind !== 'certificate') found.push('400 invalid-parameter')
  if (typeof name === 'string' && brokenBy(name)) found.push('400 invalid-parameter')
  if (typeof name === 'string' && typeof kind === 'string') {
    const [, from = '', number] = /^([a-z0-9-]+)\/(\d+)$/.exec(name) ?? []
    const named = snapshot.lists.get(from)
    const item = /^0/.test(number ?? '') ? undefined : named?.item(Number(number))
    if (named && (named.kind !== kind || !item)) found.push('400 unknown-item')
  }
  if (operation.path.startsWith('/v1/lists/{id}') && !snapshot.lists.has(String(id))) found.push('404 not-found')
  if (operation.path === '/v1/regions/{code}' && 'refused' in placeAsked(snapshot, String(asked.code)))
    found.push('404 not-found')
  if (operation.path === '/v1/documents/{id}' && !snapshot.documents.has(String(id))) found.push('404 not-found')
  if (operation.path.startsWith('/v1/items/')) {
    if (!snapshot.lists.get(String(list))?.item(Number(no))) found.push('404 not-found')
  } else if (list !== undefined && snapshot.lists.get(String(list))?.kind !== kindOf(operation))
    found.push('400 invalid-parameter')
  return found
}

/** The kind of what an operation is about, where its address says it. */
export function kindOf({ path }: Operation): string | undefined {
  const [, kind] = /^\/v1\/(certificate|signboard|task)s\b/.exec(path) ?? []
  return kind
}
