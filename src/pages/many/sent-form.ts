import type { FastifyRequest } from 'fastify'
import { Kind } from '../../catalogue/files/terms.ts'
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

type Fields = Readonly<Record<string, unknown>>

/** Reads the form from a multipart body (with a file, perhaps) or from a urlencoded one. */
export async function sentForm(request: FastifyRequest): Promise<SentForm> {
  const fields: Record<string, unknown> = {}
  let file: { bytes: Buffer; name: string } | undefined
  if (request.isMultipart()) {
    for await (const part of request.parts()) {
      if (part.type === 'field') fields[part.fieldname] = part.value
      else {
        const bytes = await part.toBuffer()
        // A browser sends the field of a file that nobody chose too, without a name.
        if (part.filename) file = { bytes, name: part.filename }
      }
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
