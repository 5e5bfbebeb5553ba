import type { FastifyError, FastifyRequest } from 'fastify'
import { Kind } from '../../catalogue/files/terms.ts'
import { ProblemError } from '../../http/problem.ts'
import { homeRegion } from '../../rulings/question.ts'
import { pastedRows, type SentRow, uploadedRows } from './sent-rows.ts'

/** What the form of many names sent. */
export interface SentForm {
  readonly kind: Kind
  readonly region: string
  readonly on: string | undefined
  readonly text: string
  readonly format: 'page' | 'xlsx' | 'csv'
  readonly rows: () => Promise<SentRow[]>
}

/** How many parts a body may have, which are those of the form and a few more. */
export const mostParts = { files: 1, fields: 10 }

type Fields = Readonly<Record<string, unknown>>

const unreadable = new ProblemError(400, 'malformed-request', {
  zh: '无法读取该表单。multipart/form-data 须给出 boundary，并完整发送。',
  en: 'The form cannot be read. A body of multipart/form-data must have its boundary and be whole.',
})
const tooManyParts = new ProblemError(400, 'malformed-request', {
  zh: `表单最多可有 ${mostParts.files} 个文件和 ${mostParts.fields} 个字段。`,
  en: `The form may have ${mostParts.files} file and ${mostParts.fields} fields.`,
})

/**
 * Reads the form from a multipart body (with a file, perhaps) or from a urlencoded one.
 * @throws ProblemError when the body is malformed, breaks off or has more parts than the form: no fault of the service.
 */
export async function sentForm(request: FastifyRequest): Promise<SentForm> {
  const fields: Record<string, unknown> = {}
  let file: { bytes: Buffer; name: string } | undefined
  if (request.isMultipart()) {
    try {
      for await (const part of request.parts()) {
        if (part.type === 'field') fields[part.fieldname] = part.value
        else {
          const bytes = await part.toBuffer()
          // A browser sends the field of a file that nobody chose too, without a name.
          if (part.filename) file = { bytes, name: part.filename }
        }
      }
    } catch (error) {
      const { code, statusCode } = error as FastifyError
      if (code === 'FST_FILES_LIMIT' || code === 'FST_FIELDS_LIMIT') throw tooManyParts
      throw statusCode === 413 ? error : unreadable
    }
  } else Object.assign(fields, request.body)
  return read(fields, file)
}

function read(fields: Fields, file: { bytes: Buffer; name: string } | undefined): SentForm {
  const text = (name: string) => {
    const value = fields[name]
    return typeof value === 'string' ? value : ''
  }
  const kind = Kind.enum.find((one) => one === text('kind')) ?? 'certificate'
  const format = text('format')
  const pasted = text('text')
  return {
    kind,
    region: text('region').trim() || homeRegion,
    on: text('on').trim() || undefined,
    text: pasted,
    format: format === 'xlsx' || format === 'csv' ? format : 'page',
    rows: async () => (file ? uploadedRows(kind, file.bytes, file.name) : pastedRows(kind, pasted)),
  }
}
