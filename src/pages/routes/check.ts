import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { Kind, type Sentence } from '../../catalogue/files/terms.ts'
import { mostQuestions } from '../../http/schemas/batch.ts'
import { Refusal } from '../../intake/refusal.ts'
import { homeRegion } from '../../rulings/question.ts'
import { type CheckedLine, checkRows } from '../many/check-rows.ts'
import { sendFile } from '../many/checked-file.ts'
import { mostParts, type SentForm, sentForm } from '../many/sent-form.ts'
import { regionChoices } from '../regions.ts'
import { showPage } from '../show-page.ts'
import { conclusions, kinds } from '../words.ts'

const title: Sentence = { zh: '核查多个名称', en: 'Check many names' }

/** A thousand rows of the longest names, percent-encoded as a form without a file sends them. */
const formBytes = 4 * 1024 * 1024

function form(
  { snapshot }: FastifyRequest,
  { kind = 'certificate', region = homeRegion, on = '', text = '' }: Partial<SentForm>,
) {
  return {
    title,
    most: mostQuestions,
    asked: { kind, region, on, text },
    kinds: Kind.enum.map((value) => ({ value, label: kinds[value] })),
    regions: regionChoices(snapshot),
  }
}

/** How often each conclusion came up, always in the same order. */
function counted(lines: readonly CheckedLine[]) {
  return Object.entries(conclusions)
    .map(([outcome, name]) => ({ outcome, name, count: lines.filter((line) => line.outcome === outcome).length }))
    .filter(({ count }) => count > 0)
}

async function check(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const sent = await sentForm(request)
  const view = form(request, sent)
  reply.header('cache-control', 'no-store')
  try {
    const rows = await sent.rows()
    if (rows.length === 0)
      throw new Refusal({
        code: 'no-rows',
        zh: '没有要核查的名称。请粘贴，每行一个，或选择文件。',
        en: 'There is no name to check. Paste them, one a line, or choose a file.',
      })
    request.countNames?.(rows.length)
    const lines = await checkRows(request, sent, rows)
    const day = sent.on ?? request.today
    if (sent.format !== 'page') return sendFile(reply, sent.format, { lines, day, language: request.language })
    const again = rows.map(({ name, issuer }) => (issuer ? `${name}\t${issuer}` : name)).join('\n')
    return showPage(request, reply, 'check', { ...view, lines, counts: counted(lines), day, again })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return showPage(request, reply.code(400), 'check', { ...view, problem: error.said })
  }
}

/** GET and POST /check: many names at once, pasted or uploaded, as a table and as a file. */
export const checkRoutes: FastifyPluginAsync = async (app) => {
  await app.register(formbody, { bodyLimit: formBytes })
  await app.register(multipart, { limits: { ...mostParts, fileSize: formBytes, fieldSize: formBytes } })
  app.get('/check', { schema: { hide: true } }, (request, reply) =>
    showPage(request, reply, 'check', form(request, {})),
  )
  app.post('/check', { schema: { hide: true }, bodyLimit: formBytes }, check)
}
