import { STATUS_CODES } from 'node:http'
import { isDeepStrictEqual } from 'node:util'
import type { ApiDocument, ApiOperation, ApiResponse } from '../src/http/schemas/describe-api.ts'

type Named<Part> = readonly [name: string, part: Part]

/** Of parts with names, those that stand more than once; where two such parts have one name, the first. */
function repeated<Part>(parts: readonly Named<Part>[]): Record<string, Part> {
  const found: Record<string, Part> = {}
  for (const [at, [name, part]] of parts.entries()) {
    if (!(name in found) && parts.slice(0, at).some((one) => isDeepStrictEqual(one[1], part))) found[name] = part
  }
  return found
}

/** A reference to the component of that name, if the part is the same; else the part itself. */
function referred<Part>(kind: string, shared: Record<string, Part>, [name, part]: Named<Part>): Part {
  const same = isDeepStrictEqual(shared[name], part)
  return same ? ({ $ref: `#/components/${kind}/${name}` } as Part) : part
}

/** Accept-Language as AcceptLanguage, limit as Limit: what generators make a name of a type from. */
const typeName = (words: string) => words.replaceAll(/(?:^|\W+)(\w)/g, (_, first: string) => first.toUpperCase())

const namedParameter = <Part extends { name: string }>(part: Part): Named<Part> => [typeName(part.name), part]

/** What a response of a status is called among the components. */
export const responseName = (status: string) => typeName(STATUS_CODES[status] as string)

const namedResponse = ([status, part]: [string, ApiResponse]): Named<ApiResponse> => [responseName(status), part]

function mapped(document: ApiDocument, change: (operation: ApiOperation) => ApiOperation): ApiDocument['paths'] {
  const changed = Object.entries(document.paths).map(([path, item]) => {
    const operations = Object.entries(item).map(([method, operation]) => [method, change(operation)] as const)
    return [path, Object.fromEntries(operations)] as const
  })
  return Object.fromEntries(changed)
}

const operationsOf = ({ paths }: Pick<ApiDocument, 'paths'>) =>
  Object.values(paths).flatMap((one) => Object.values(one))

/** The same document with headers that stand in more than one response put among its components. */
function shareHeaders(document: ApiDocument): ApiDocument {
  const responses = operationsOf(document).flatMap((one) => Object.values(one.responses))
  const headers = repeated(responses.flatMap((one) => Object.entries(one.headers ?? {})))
  const paths = mapped(document, (operation) => {
    const changed = Object.entries(operation.responses).map(([status, response]) => {
      if (!response.headers) return [status, response] as const
      const referring = Object.entries(response.headers).map(
        (one) => [one[0], referred('headers', headers, one)] as const,
      )
      return [status, { ...response, headers: Object.fromEntries(referring) }] as const
    })
    return { ...operation, responses: Object.fromEntries(changed) }
  })
  return { ...document, paths, components: { ...document.components, headers } }
}

/**
 * The same document with parameters, headers and responses that stand in it more than once put among its components, each under its
 * own name. @fastify/swagger shares schemas only, and generators make a type for every copy.
 */
export function shareParts(written: ApiDocument): ApiDocument {
  const document = shareHeaders(written)
  const operations = operationsOf(document)
  const parameters = repeated(operations.flatMap((one) => (one.parameters ?? []).map(namedParameter)))
  const responses = repeated(operations.flatMap((one) => Object.entries(one.responses).map(namedResponse)))
  const paths = mapped(document, (operation) => {
    const ofOperation = (operation.parameters ?? []).map((one) =>
      referred('parameters', parameters, namedParameter(one)),
    )
    const changed = Object.entries(operation.responses).map(
      (one) => [one[0], referred('responses', responses, namedResponse(one))] as const,
    )
    return {
      ...operation,
      ...(ofOperation.length > 0 ? { parameters: ofOperation } : {}),
      responses: Object.fromEntries(changed),
    }
  })
  return { ...document, paths, components: { ...document.components, parameters, responses } }
}
