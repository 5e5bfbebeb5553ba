import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ListFile } from '../src/lists/list.ts'
import type { Request } from './load/request.ts'

const folder = join(import.meta.dirname, '../data/lists')
const lists = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as ListFile)
const resources = { certificate: 'certificates', signboard: 'signboards', task: 'tasks' } as const

const get = (path: string, headers: Request['headers'] = {}): Request => ({ method: 'GET', path, headers })
const status = (name: string, kind: ListFile['kind'] = 'certificate') =>
  get(`/v1/${resources[kind]}/${encodeURIComponent(name)}/status`)

/** The question that rates are measured with, in the address as most clients write it. */
export const exact = status('婚姻状况证明')

/** More addresses than the service keeps answers to: asked in turn, none is kept any more when it is asked again. */
const spellings = 4096

/**
 * The same question in addresses that differ in how percent-encoding is written (%E5, %e5): answers are kept by address, so each of
 * these takes the long way, and does there what the plain address does.
 */
export const exactTheLongWay: readonly Request[] = Array.from({ length: spellings }, (_, nth) => {
  let rest = nth
  const path = exact.path.replace(/%(?:[A-F].|.[A-F])/g, (octet) => {
    const lower = rest % 2 === 1
    rest = Math.floor(rest / 2)
    return lower ? octet.toLowerCase() : octet
  })
  return { ...exact, path }
})

/** Every name that a list prints. */
export const listed = lists.flatMap(({ kind, items }) => items.map(({ name }) => status(name, kind)))

/** A name of its own for each number: exact names in a wrapping, names with candidates, names that nothing is like. */
const numbered = [
  ['第', '村村民委员会出具的婚姻状况证明'],
  ['第', '号家庭残疾人就业证明'],
  ['今天第', '次天气怎么样'],
].map(([before = '', after = '']) =>
  get(`/v1/certificates/${encodeURIComponent(before)}{n}${encodeURIComponent(after)}/status`),
)

const batch: Request = {
  method: 'POST',
  path: '/v1/check',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({
    questions: Array.from({ length: 1000 }, (_, nth) => ({ kind: 'certificate', name: `第${nth}号家庭婚姻状况证明` })),
  }),
}

/** What a day brings: mostly names, new ones among them, items of the lists, pages as browsers ask for them, and one batch. */
export const mixed: readonly Request[] = [
  ...listed.flatMap((one) => [one, ...numbered]),
  ...lists.map(({ id }) => get(`/v1/lists/${id}/items`)),
  get('/', { 'Accept-Encoding': 'gzip' }),
  get(`/?kind=certificate&name=${encodeURIComponent('婚姻状况证明')}`, { 'Accept-Encoding': 'gzip' }),
  batch,
]
