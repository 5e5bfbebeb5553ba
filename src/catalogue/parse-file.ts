import type { Static, TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import { ListFile } from '../lists/list.ts'

const listFile = Compile(ListFile)

const reportedPerFile = 20

/** Which field is too much, or which words are allowed. */
function extra(params: object): string {
  const said = { additionalProperties: undefined, allowedValues: undefined, ...params }
  const values = said.additionalProperties ?? said.allowedValues
  return values === undefined ? '' : `: ${[values].flat().join(', ')}`
}

/** Turns /items/7/name into `items[8].name`, counted from 1 as people count rows. */
function place(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .reduce((path, part) => (/^\d+$/.test(part) ? `${path}[${Number(part) + 1}]` : `${path}${path && '.'}${part}`), '')
}

/** What a file says, or why it says nothing. */
export interface FileParsed<Content> {
  readonly content?: Content
  readonly problems: readonly string[]
}

/** Takes a file of data for what its schema says. Each problem names the file and the field. */
export function parseFile<Schema extends TSchema>(
  path: string,
  bytes: () => Buffer,
  validator: Validator<Record<never, never>, Schema>,
): FileParsed<Static<Schema>> {
  let value: unknown
  try {
    value = JSON.parse(bytes().toString())
  } catch (error) {
    return { problems: [`${path}: ${(error as Error).message}`] }
  }
  if (validator.Check(value)) return { content: value as Static<Schema>, problems: [] }
  const problems = validator.Errors(value).slice(0, reportedPerFile)
  return {
    problems: problems.map(
      ({ instancePath, message, params }) => `${path}: ${place(instancePath) || 'the file'} ${message}${extra(params)}`,
    ),
  }
}

/** Takes a file of lists/ for a list, which its name tells. */
export function parseList(path: string, bytes: () => Buffer): FileParsed<ListFile> {
  const { content, problems } = parseFile(path, bytes, listFile)
  if (!content || path === `lists/${content.id}.json`) return { ...(content ? { content } : {}), problems }
  return { content, problems: [`${path}: id is ${content.id}, which belongs into lists/${content.id}.json`] }
}
