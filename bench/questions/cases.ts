import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ListFile } from '../../src/catalogue/files/list.ts'
import { type Exchange, exchange } from '../load/exchange.ts'
import type { Request } from '../load/request.ts'

/** Questions that are asked in turn, with the answers that the service gave to them before anything was measured. */
export interface Case {
  readonly id: string
  readonly title: string
  readonly connections?: number
  readonly requests: readonly Request[]
  readonly answers: readonly Exchange[]
}

const folder = join(import.meta.dirname, '../../data/lists')
const lists = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as ListFile)
const resources = { certificate: 'certificates', signboard: 'signboards', task: 'tasks' } as const
const status = (name: string, kind: ListFile['kind'] = 'certificate') =>
  `/v1/${resources[kind]}/${encodeURIComponent(name)}/status`
const get = (path: string, headers: Request['headers'] = {}): Request => ({ method: 'GET', path, headers })

const certificates = lists
  .filter(({ kind }) => kind === 'certificate')
  .flatMap(({ items }) => items.map(({ name }) => name))
const numbered = Array.from({ length: 60 }, (_, at) => at + 1)
const wrappers = numbered.flatMap((no) => ['村委会出具的', `柳湖镇第${no}村村民委员会`, '请提供'])
const everyName = lists.flatMap(({ kind, items }) => items.map(({ name }) => status(name, kind)))
const wrappedNames = [...new Set(certificates.flatMap((name) => wrappers.map((words) => `${words}${name}`)))]
const similarNames = certificates.flatMap((name) =>
  numbered.map((no) => `第${no}号家庭${name.replace(/证明$/, '').slice(-4)}变化证明`),
)
const page = { 'Accept-Encoding': 'gzip' }
const question = (name: string) => ({ kind: 'certificate', name })
const batch = (from: number): Request => ({
  method: 'POST',
  path: '/v1/check',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({
    questions: Array.from({ length: 1000 }, (_, at) => {
      const names = [certificates, wrappedNames, similarNames][(at + from) % 3] as string[]
      return question(names[(at * 7 + from * 131) % names.length] as string)
    }),
  }),
})

/** The answer rests on a name that was found, was taken from its wrapping, or only has candidates. */
const methodOf = ({ body }: Exchange) =>
  (JSON.parse(body.toString()) as { match: { method: string } | null }).match?.method
const hasCandidates = ({ body }: Exchange) =>
  (JSON.parse(body.toString()) as { candidates: unknown[] }).candidates.length > 0

/** Asks the running service every question once, and keeps those that it answers as the case says. */
export async function prepareCases(port: number): Promise<Case[]> {
  async function ask(
    id: string,
    title: string,
    requests: readonly Request[],
    fits: (answer: Exchange) => boolean = () => true,
    expected = 200,
  ): Promise<Case> {
    const kept: [Request, Exchange][] = []
    for (const request of requests) {
      const answer = await exchange(port, request)
      if (answer.status !== expected) throw new Error(`${request.path} is answered ${answer.status}, not ${expected}`)
      if (fits(answer)) kept.push([request, answer])
    }
    if (kept.length === 0) throw new Error(`no question fits the case ${id}`)
    return { id, title, requests: kept.map(([request]) => request), answers: kept.map(([, answer]) => answer) }
  }
  const exactly = (answer: Exchange) => methodOf(answer) === 'exact'
  const exact = await ask('exact', 'exact name', [get(status('婚姻状况证明'))], exactly)
  const { etag = '' } = exact.answers[0]?.headers ?? {}
  const known = { 'If-None-Match': etag }
  const wrapped = (answer: Exchange) => ['issuer', 'wrapper'].includes(methodOf(answer) ?? '')
  const batches = (cases: Case) => ({ ...cases, connections: 4 })
  return [
    exact,
    await ask(
      'exact-varied',
      'exact names in turn',
      everyName.map((path) => get(path)),
      exactly,
    ),
    await ask('wrapped', 'wrapped name', [get(status('村委会出具的婚姻状况证明'))], wrapped),
    await ask(
      'wrapped-varied',
      'wrapped names in turn',
      wrappedNames.map((name) => get(status(name))),
      wrapped,
    ),
    await ask('candidates', 'name that ends in candidates', [get(status('残疾人就业证明'))], hasCandidates),
    await ask(
      'candidates-varied',
      'such names in turn',
      similarNames.map((name) => get(status(name))),
      hasCandidates,
    ),
    await ask('304', 'not modified (304)', [get(status('婚姻状况证明'), known)], undefined, 304),
    await ask(
      '304-varied',
      '304, names in turn',
      everyName.map((path) => get(path, known)),
      undefined,
      304,
    ),
    batches(await ask('batch', 'POST /v1/check, 1,000 names', [batch(0)])),
    batches(await ask('batch-varied', '20 such batches in turn', numbered.slice(0, 20).map(batch))),
    await ask('items', '/v1/lists/annex-3/items', [get('/v1/lists/annex-3/items')]),
    await ask(
      'items-varied',
      'items of all lists in turn',
      lists.map(({ id }) => get(`/v1/lists/${id}/items`)),
    ),
    await ask('page', 'page /', [get('/', page)]),
    await ask('page-varied', 'page / with an answer, names in turn', [
      ...certificates.map((name) => get(`/?kind=certificate&name=${encodeURIComponent(name)}`, page)),
    ]),
  ]
}
