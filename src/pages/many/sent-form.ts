import multipart from '@fastify/multipart'
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify'
import { ProblemError } from '../../http/answers/problem.ts'

/** A thousand rows of the longest names, percent-encoded as a form without a file sends them. */
export const formBytes = 4 * 1024 * 1024

/** How many parts a body may have, which are those of the form and a few more. */
const mostParts = { files: 1, fields: 10 }

/** What the reader of forms says where there are more parts. */
const partsCodes = ['FST_FILES_LIMIT', 'FST_FIELDS_LIMIT', 'FST_PARTS_LIMIT']

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
const tooLarge = new ProblemError('content-too-large', {
  zh: '表单超过允许的大小，请分批发送。',
  en: 'The form is larger than allowed; send it in parts.',
})
const tooManyParts = new ProblemError('malformed-request', {
  zh: `表单最多可有 ${mostParts.files} 个文件和 ${mostParts.fields} 个字段。`,
  en: `The form may have ${mostParts.files} file and ${mostParts.fields} fields.`,
})

/** Takes in forms: those with a file part by part, urlencoded ones as bytes. */
export async function takeForms(app: FastifyInstance): Promise<void> {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  await app.register(multipart, {
    limits: { ...mostParts, fileSize: formBytes, fieldSize: formBytes },
    // A field that says it is JSON would be parsed at once, however long that takes; as a file without a name it is left alone.
    isPartAFile: (_field, type, name) => name !== undefined || type !== 'text/plain',
  })
}

/** Characters of a file's name that are kept, with its ending: no system has longer ones, and a message repeats it. */
const longestFileName = 255

/**
 * What the form sent, from a multipart body (with a file, perhaps) or another one.
 * @throws ProblemError when the body is malformed, breaks off or has more parts than the form: no fault of the service.
 */
export async function sentForm(request: FastifyRequest): Promise<SentForm> {
  const { body } = request
  if (!request.isMultipart())
    return Buffer.isBuffer(body) ? { encoded: body, fields: {} } : { fields: { ...(body as object) } }
  const fields: Record<string, unknown> = {}
  let file: SentForm['file']
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        // What is longer was cut, and names with it.
        if (part.valueTruncated) throw tooLarge
        fields[part.fieldname] = part.value
      } else {
        const bytes = await part.toBuffer()
        // A browser sends the field of a file that nobody chose too, without a name.
        if (part.filename) file = { bytes, name: part.filename.slice(-longestFileName) }
      }
    }
  } catch (error) {
    const { code, statusCode } = error as FastifyError
    if (partsCodes.includes(code)) throw tooManyParts
    throw statusCode === 413 ? error : unreadable
  }
  return file ? { fields, file } : { fields }
}
