import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { unnamedNote } from '../../checks/materials/caveat.ts'
import { Refusal, type Said } from '../../documents/message.ts'
import { clientKey } from '../../http/plugins/client-address.ts'
import { mostQuestions } from '../../http/schemas/batch-schemas.ts'
import { Kind, type Sentence } from '../../lists/terms.ts'
import { placeName } from '../../rulings/place-name.ts'
import { longestName } from '../../rulings/question.ts'
import { Turn } from '../../work/turns.ts'
import { type CheckedLine, checkRows } from '../many/check-rows.ts'
import { sendFile } from '../many/checked-file.ts'
import type { ReadForm } from '../many/form-fields.ts'
import { FormReader } from '../many/form-reader.ts'
import { formBytes, sentForm, takeForms } from '../many/sent-form.ts'
import { tableView } from '../many/table-view.ts'
import { footOf, inPlace, placeKept } from '../page-place.ts'
import { conclusions, kinds } from '../page-words.ts'
import type { PagesOptions } from '../pages-options.ts'
import { placesTyped } from '../places.ts'
import { partOf, showPage } from '../show-page.ts'

const title: Sentence = { zh: '核查多个名称', en: 'Check many names' }

const several = (typed: string): Sentence => ({
  zh: `“${typed}”可能是几个地方，请在下面选一个，再核查。`,
  en: `“${typed}” may be one of several places. Choose one below, then check.`,
})

/** Seconds after which a place may be free again to whoever found none. */
const retryAfter = '10'

function form(request: FastifyRequest, { kind = 'certificate', region = '', on = '', text = '' }: Partial<ReadForm>) {
  const { snapshot } = request
  const code = region || (placeKept(request) ?? request.server.homeRegion)
  const place = placeName({ snapshot, region: code })
  return {
    title: inPlace(title, place),
    foot: footOf(request, code),
    most: mostQuestions,
    asked: { kind, region: code, place, on, text },
    kinds: Kind.enum.map((value) => ({ value, label: kinds[value] })),
  }
}

/** How often each conclusion came up, always in the same order. */
function counted(lines: readonly CheckedLine[]) {
  return Object.entries(conclusions)
    .map(([outcome, name]) => ({ outcome, name, count: lines.filter((line) => line.outcome === outcome).length }))
    .filter(({ count }) => count > 0)
}

/** The rows of the table, in turns with other requests: a thousand of the longest take as long as many pages. */
async function tableRows(request: FastifyRequest, asked: object, lines: readonly CheckedLine[]): Promise<string> {
  const part = partOf(request, 'checked-row')
  const turn = new Turn()
  let rows = ''
  for (const line of lines) {
    if (turn.over) await turn.next()
    rows += part({ asked, line })
  }
  return rows
}

async function check(reader: FormReader, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const read = await reader.read(await sentForm(request), clientKey(request.ip))
  const typed = read.region.slice(0, longestName) || request.server.homeRegion
  const [{ code: region }, ...others] = placesTyped(request.snapshot, typed)
  const { table } = read
  const where = others.length > 0 ? '' : region
  const view = {
    ...form(request, { ...read, region: where }),
    ...(table ? { table: tableView(read.kind, table) } : {}),
  }
  reply.header('cache-control', 'no-store')
  const refuse = (problem: Said, status: number) => {
    if (status === 503) reply.header('retry-after', retryAfter)
    return showPage(request, reply.code(status), 'check', { ...view, problem })
  }
  if (others.length > 0) {
    const choices = placesTyped(request.snapshot, typed)
    return showPage(request, reply, 'check', { ...view, choices, problem: several(typed) })
  }
  if (!table || read.problem) return refuse(read.problem as Said, read.status)
  let lines: CheckedLine[]
  try {
    lines = await checkRows(request, { ...read, region }, table)
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.said, 400)
    throw error
  }
  request.countNames?.(lines.length)
  const day = read.on ?? request.today
  if (read.format !== 'page') return sendFile(reply, read.format, { lines, day, language: request.language })
  const asked = { ...view.asked, on: day }
  const unnamed = lines.some((line) => line.unnamed) ? unnamedNote : undefined
  const checked = { lines, rows: await tableRows(request, asked, lines), counts: counted(lines), day, unnamed }
  return showPage(request, reply, 'check', { ...view, ...checked })
}

/** GET and POST /check: many names at once, pasted or uploaded, as a table and as a file. */
export const checkRoutes: FastifyPluginAsync<Pick<PagesOptions, 'work'>> = async (app, { work }) => {
  const reader = new FormReader(work)
  app.addHook('onClose', () => reader.close())
  takeForms(app)
  app.get('/check', { schema: { hide: true } }, (request, reply) =>
    showPage(request, reply, 'check', form(request, {})),
  )
  app.post('/check', { schema: { hide: true }, bodyLimit: formBytes }, (request, reply) =>
    check(reader, request, reply),
  )
}
