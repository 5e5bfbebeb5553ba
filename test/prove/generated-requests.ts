import fc from 'fast-check'
import type { Operation, Parameter, Schema } from './documented.ts'
import { bodies } from './generated-bodies.ts'
import { encoded, encodedThroughout, hostileEncodings, hostileTexts } from './hostile-texts.ts'
import { often } from './often.ts'
import { validValues, type Words } from './valid-values.ts'

/** A request as it goes out. The target is ASCII that no client changes. */
export interface Sent {
  readonly method: string
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | undefined
}

const slips: Readonly<Record<string, readonly string[]>> = {
  integer: [
    '0',
    '-1',
    '201',
    '10000001',
    '99999999999999999999',
    '1.5',
    '0x10',
    '1e1',
    '08',
    ' 8',
    '+8',
    '８',
    'x',
    '',
  ],
  date: [
    '2026-02-30',
    '2026-11-31',
    '2026-13-01',
    '0000-00-00',
    '2026-1-1',
    '20261122',
    '2026-11-22T00:00:00Z',
    'today',
  ],
  enum: ['Certificate', 'certificates', 'certificate,task', '证明', 'certificate '],
}

function slipsOf({ type, format, enum: words }: Schema): readonly string[] {
  return slips[words ? 'enum' : format === 'date' ? 'date' : String(type)] ?? []
}

/** What stands in an address for a parameter. */
function values({ name, schema }: Parameter, words: Words): fc.Arbitrary<string> {
  const valid = validValues(name, schema, words).map(String)
  const wrong = slipsOf(schema)
  return fc.oneof(
    { arbitrary: valid.map(encoded), weight: often },
    { arbitrary: valid.filter((text) => text.isWellFormed()).map(encodedThroughout), weight: 1 },
    { arbitrary: hostileTexts.map(encoded), weight: 1 },
    { arbitrary: hostileEncodings, weight: 1 },
    ...(wrong.length > 0 ? [{ arbitrary: fc.constantFrom(...wrong).map(encoded), weight: 1 }] : []),
  )
}

const unknownParameters = fc.constantFrom(
  ...[
    'x=1',
    'Region=620802',
    'region%5B%5D=620802',
    '__proto__=1',
    'constructor=x',
    'limit%00=1',
    '=',
    '=1',
    'x',
    '%FF=1',
    '%E5%A9%9A=%E5%A7%BB',
    'name.x=1',
  ],
)

function queries(parameters: readonly Parameter[], words: Words): fc.Arbitrary<string> {
  const pieces = parameters.map((parameter) =>
    fc
      .tuple(values(parameter, words), values(parameter, words), fc.integer({ min: 0, max: 99 }))
      .map(([value, other, chance]) => {
        const [piece, another] = [value, other].map((one) => `${encoded(parameter.name)}=${one}`) as [string, string]
        if (chance >= 96) return [piece, chance >= 98 ? piece : another]
        return chance < (parameter.required ? 4 : 40) ? [] : [piece]
      }),
  )
  const extra = fc.oneof(
    { arbitrary: fc.constant([]), weight: often },
    { arbitrary: unknownParameters.map((one) => [one]), weight: 1 },
  )
  const empty = fc.oneof(
    { arbitrary: fc.constant<string[]>([]), weight: often },
    { arbitrary: fc.constant(['']), weight: 1 },
  )
  return fc
    .tuple(...pieces, extra, empty)
    .chain((parts) => fc.shuffledSubarray(parts.flat(), { minLength: parts.flat().length }))
    .map((parts) => (parts.length > 0 ? `?${parts.join('&')}` : ''))
}

function targets({ path, parameters }: Operation, words: Words): fc.Arbitrary<string> {
  const inPath = parameters.filter((one) => one.in === 'path')
  const filled = fc.record(Object.fromEntries(inPath.map((one) => [one.name, values(one, words)])))
  const query = queries(
    parameters.filter((one) => one.in === 'query'),
    words,
  )
  return fc
    .tuple(filled, query)
    .map(([named, asked]) => path.replaceAll(/\{(\w+)\}/g, (_, name) => named[name] as string) + asked)
}

const types = fc.oneof(
  {
    arbitrary: fc.constantFrom('application/json', 'application/json; charset=utf-8', 'Application/JSON'),
    weight: often,
  },
  {
    arbitrary: fc.constantFrom(
      ...[
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'application/jsonp',
        'text/json',
        'json',
        '*/*',
        '',
      ],
    ),
    weight: 1,
  },
)

/** Codings are told apart without regard to case (RFC 9110, 8.4.1). */
const codings = fc.oneof(
  { arbitrary: fc.constantFrom(undefined, undefined, 'identity', 'Identity'), weight: often },
  { arbitrary: fc.constantFrom('gzip', 'br', 'x', 'identity, gzip'), weight: 1 },
)

const languages = fc.constantFrom(
  'zh-CN',
  'zh',
  'en',
  'en-GB, zh;q=0.1',
  'zh;q=0.5, en;q=0.9',
  'fr',
  '*',
  'en;q=0',
  'x'.repeat(4000),
  ';q=',
  ',',
)
/** What may be asked for is what an operation has, or something else. */
function accepted({ responses }: Operation): fc.Arbitrary<string> {
  const own = Object.keys(responses[200]?.content ?? {})
  return fc.constantFrom(
    ...own,
    ...own,
    '*/*',
    'text/html',
    'text/html, */*;q=0.1',
    'application/xml',
    'image/png;q=0',
    'x',
    ';',
  )
}

const tags = fc.constantFrom('*', '"x"', 'W/"x"', '""', 'x', '"a", "b"', ',', '"2026-11-22.00000000.2026-11-22.zh"')

function headersOf(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter((one): one is [string, string] => one[1] !== undefined))
}

const otherMethods = fc.constantFrom(
  'HEAD',
  'HEAD',
  'GET',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'PURGE',
)

/** Requests to an operation, made from what the document says of it: valid ones, and ones with something wrong. */
export function requestsTo(operation: Operation, words: Words): fc.Arbitrary<Sent> {
  const body = operation.body ? bodies(operation.body, words) : fc.constant(undefined)
  const maybe = (one: fc.Arbitrary<string>) => fc.option(one, { nil: undefined, freq: 2 })
  return fc
    .record({
      method: fc.oneof(
        { arbitrary: fc.constant(operation.method), weight: often },
        { arbitrary: otherMethods, weight: 1 },
      ),
      target: targets(operation, words),
      language: maybe(languages),
      accept: maybe(accepted(operation)),
      tag: maybe(tags),
      type: types,
      coding: codings,
      body,
    })
    .map(({ method, target, language, accept, tag, type, coding, body }) => ({
      method,
      target,
      headers: headersOf({
        'accept-language': language,
        accept,
        'if-none-match': tag,
        ...(body === undefined ? {} : { 'content-type': type, 'content-encoding': coding }),
      }),
      body,
    }))
}
