import { readFileSync } from 'node:fs'
import { Format } from 'typebox/format'
import { Compile } from 'typebox/schema'

/** A JSON Schema as far as requests are built from it. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly string[]
  readonly default?: unknown
  readonly description?: string
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}

export interface Parameter {
  readonly name: string
  readonly in: 'query' | 'path' | 'header'
  readonly required?: boolean
  readonly schema: Schema
  readonly example?: unknown
}

interface Media {
  readonly schema: Schema
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>
}

interface DocumentedResponse {
  readonly headers: Readonly<Record<string, Schema>>
  readonly content: Readonly<Record<string, Media>>
}

export interface Operation {
  readonly path: string
  readonly method: string
  readonly operationId: string
  readonly parameters: readonly Parameter[]
  /** The schema of the JSON body, where one is sent. */
  readonly body: Schema | undefined
  readonly responses: Readonly<Record<string, DocumentedResponse>>
}

type Written = { readonly $ref: string } | object
interface WrittenOperation {
  readonly operationId: string
  readonly parameters?: readonly Written[]
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> }
  readonly responses: Readonly<Record<string, Written>>
}

const file = new URL('../../openapi/openapi.json', import.meta.url)

/** The document as it is served. */
const document: {
  readonly components: object
  readonly paths: Readonly<Record<string, Readonly<Record<string, WrittenOperation>>>>
} = JSON.parse(readFileSync(file, 'utf8'))

/** What a part of the document is or refers to. */
export function resolve<Part>(part: Written): Part {
  if (!('$ref' in part)) return part as Part
  const steps = (part.$ref as string).split('/').slice(1)
  return steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], document) as Part
}

// What the document says in words of its own format: not blank, without lone surrogates.
Format.Set('visible-text', (text) => text.trim() !== '' && !/\p{Cs}/u.test(text))

const validators = new Map<object, ReturnType<typeof Compile>>()

/** What keeps a value from what a schema of the document says; nothing, where it keeps to it. The service itself validates with ajv. */
export function deviations(schema: Schema, value: unknown): readonly object[] {
  let validator = validators.get(schema)
  if (!validator) {
    validator = Compile({ ...schema, components: document.components })
    validators.set(schema, validator)
  }
  return validator.Check(value) ? [] : (validator.Errors(value)[1] as object[])
}

interface WrittenResponse {
  readonly headers?: Readonly<Record<string, Written>>
  readonly content?: Readonly<
    Record<string, { readonly schema: Schema; readonly examples?: Readonly<Record<string, Written>> }>
  >
}

function responseOf(written: Written): DocumentedResponse {
  const { headers = {}, content = {} } = resolve<WrittenResponse>(written)
  const schemas = Object.entries(headers).map(([name, one]) => [name, resolve<{ schema: Schema }>(one).schema] as const)
  const media = Object.entries(content).map(([type, { schema, examples = {} }]) => {
    const shown = Object.entries(examples).map(([name, one]) => [name, resolve<{ value: unknown }>(one)] as const)
    return [type, { schema, examples: Object.fromEntries(shown) }] as const
  })
  return { headers: Object.fromEntries(schemas), content: Object.fromEntries(media) }
}

/** Every operation of the document, with what it refers to. */
export const operations: readonly Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId, parameters = [], requestBody, responses }]) => ({
    path,
    method: method.toUpperCase(),
    operationId,
    parameters: parameters.map((one) => resolve<Parameter>(one)),
    body: requestBody?.content['application/json']?.schema,
    responses: Object.fromEntries(Object.entries(responses).map(([status, one]) => [status, responseOf(one)])),
  })),
)
