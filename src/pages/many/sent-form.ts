import { finished } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ProblemError } from '../../http/answers/problem.ts'
import { Turn } from '../../work/turns.ts'

/** A thousand rows of the longest names, percent-encoded as a form without a file sends them. */
export const formBytes = 4 * 1024 * 1024

/** How many parts a body may have, which are those of the form and a few more. */
const mostParts = { files: 1, fields: 10 }

/** What the form of many names sent, as it came: what is in it is read elsewhere. */
export interface SentForm {
  /** A urlencoded body. */
  readonly encoded?: Uint8Array
  /** The fields of any other. */
  readonly fields: Readonly<Record<string, unknown>>
  readonly file?: { readonly bytes: Uint8Array; readonly name: string }
}

const unreadable = new ProblemError('malformed-request', {
  zh: '无法读取该表单。multipart/form-data 须给出 boundary，并完整发送。',
  en: 'The form cannot be read. A body of multipart/form-data must have its boundary and be whole.',
})
const tooManyParts = new ProblemError('malformed-request', {
  zh: `表单最多可有 ${mostParts.files} 个文件和 ${mostParts.fields} 个字段。`,
  en: `The form may have ${mostParts.files} file and ${mostParts.fields} fields.`,
})

/** Takes in forms as the bytes they are, which their route bounds. */
export function takeForms(app: FastifyInstance): void {
  const types = ['application/x-www-form-urlencoded', 'multipart/form-data']
  app.addContentTypeParser(types, { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
}

/** Characters of a file's name that are kept, with its ending: no system has longer ones, and a message repeats it. */
const longestFileName = 255
/** Bytes that are taken apart in one go: of nothing but boundaries, which take longest, a few milliseconds. */
const pieceBytes = 16 * 1024

/** Takes a body of parts apart, in turns with other requests. */
async function partsOf(body: Buffer, type: string): Promise<SentForm> {
  const form = new Busboy({
    headers: { 'content-type': type },
    limits: { ...mostParts, fileSize: formBytes, fieldSize: formBytes },
    // The fields of the form are plain text. A part that says it is something else, without the name of a file, is none of them.
    isPartAFile: (_field, type, name) => name !== undefined || type !== 'text/plain',
  })
  const fields = new Map<string, string>()
  let file: SentForm['file']
  let tooMany = false
  form.on('field', (name, value) => fields.set(name, value))
  form.on('file', (_field, content, name) => {
    const pieces: Buffer[] = []
    content.on('data', (piece: Buffer) => pieces.push(piece))
    content.on('error', (error) => form.destroy(error))
    // A browser sends the field of a file that nobody chose too, without a name.
    content.on('end', () => {
      if (name) file = { bytes: Buffer.concat(pieces), name: name.slice(-longestFileName) }
    })
  })
  for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const)
    form.on(limit, () => {
      tooMany = true
    })
  const whole = finished(form)
  // It is waited for at the end, and may fail before.
  whole.catch(() => {})
  const turn = new Turn()
  for (let at = 0; at < body.length; at += pieceBytes) {
    if (turn.over) await turn.next()
    form.write(body.subarray(at, at + pieceBytes))
    if (tooMany) throw tooManyParts
  }
  form.end()
  await whole
  return { fields: Object.fromEntries(fields), ...(file ? { file } : {}) }
}

/**
 * What the form sent, from a multipart body (with a file, perhaps) or another one.
 * @throws ProblemError when the body is malformed, breaks off or has more parts than the form: no fault of the service.
 */
export async function sentForm(request: FastifyRequest): Promise<SentForm> {
  const { body } = request
  if (!Buffer.isBuffer(body)) return { fields: { ...(body as object) } }
  const type = request.headers['content-type'] as string
  // An empty body has no parts, and no end of the last one.
  if (body.length === 0 || !/^multipart\//i.test(type)) return { encoded: body, fields: {} }
  return partsOf(body, type).catch((error) => {
    throw error === tooManyParts ? error : unreadable
  })
}
