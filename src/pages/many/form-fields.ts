import { parse } from 'node:querystring'
import { Refusal, type Said, say } from '../../documents/message.ts'
import { Kind } from '../../lists/terms.ts'
import type { SentForm } from './sent-form.ts'
import { pastedRows, type SentRow } from './sent-rows.ts'

/** The form of many names as it was filled in. */
export interface ReadForm {
  readonly kind: Kind
  readonly region: string
  readonly on: string | undefined
  readonly format: 'page' | 'xlsx' | 'csv'
  /** What was pasted, to be put into the form again. */
  readonly text: string
  readonly rows: readonly SentRow[]
  /** Why there are no rows. */
  readonly problem?: Said
}

/** Longer texts are not put into the form again: who pasted one has it elsewhere, and nobody corrects it there. In characters. */
const longestText = 400_000

/** A form has six fields. */
const mostFields = 20

const nothing = say(
  'no-rows',
  '没有要核查的名称。请粘贴，每行一个，或选择文件。',
  'There is no name to check. Paste them, one a line, or choose a file.',
)

/** Reads what the form sent. What it takes grows with what was sent. */
export async function readForm({ encoded, fields, file }: SentForm): Promise<ReadForm> {
  const given = encoded ? parse(Buffer.from(encoded).toString(), '&', '=', { maxKeys: mostFields }) : fields
  const text = (name: string) => {
    const value = given[name]
    return typeof value === 'string' ? value : ''
  }
  const kind = Kind.enum.find((one) => one === text('kind')) ?? 'certificate'
  const format = text('format')
  const pasted = text('text')
  const form: Omit<ReadForm, 'rows'> = {
    kind,
    region: text('region').trim(),
    on: text('on').trim() || undefined,
    format: format === 'xlsx' || format === 'csv' ? format : 'page',
    text: pasted.length > longestText ? '' : pasted,
  }
  try {
    const rows = file ? await rowsOf(kind, file) : pastedRows(kind, pasted)
    return rows.length > 0 ? { ...form, rows } : { ...form, rows, problem: nothing }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ...form, rows: [], problem: error.said }
  }
}

/** Readers of files are loaded for files only: the process that serves needs none of them. */
async function rowsOf(kind: Kind, { bytes, name }: NonNullable<SentForm['file']>): Promise<SentRow[]> {
  const { uploadedRows } = await import('./uploaded-rows.ts')
  return uploadedRows(kind, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name)
}
