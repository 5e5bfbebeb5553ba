import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ListFile } from '../../src/catalogue/files/list.ts'
import type { Request } from '../load/request.ts'

const folder = join(import.meta.dirname, '../../data/lists')
const lists = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as ListFile)
const resources = { certificate: 'certificates', signboard: 'signboards', task: 'tasks' } as const

export const get = (path: string, headers: Request['headers'] = {}): Request => ({ method: 'GET', path, headers })

/** The address of an answer. */
export const status = (name: string, kind: ListFile['kind'] = 'certificate') =>
  `/v1/${resources[kind]}/${encodeURIComponent(name)}/status`

const certificates = lists
  .filter(({ kind }) => kind === 'certificate')
  .flatMap(({ items }) => items.map(({ name }) => name))
const numbers = Array.from({ length: 60 }, (_, at) => at + 1)
const wrappings = numbers.flatMap((no) => ['村委会出具的', `柳湖镇第${no}村村民委员会`, '请提供'])
const wrapped = [...new Set(certificates.flatMap((name) => wrappings.map((words) => `${words}${name}`)))]
const similar = certificates.flatMap((name) =>
  numbers.map((no) => `第${no}号家庭${name.replace(/证明$/, '').slice(-4)}变化证明`),
)

/** The addresses of every name of every list, of certificates in a wrapping, and of names that are only similar to one. */
export const exactAddresses = lists.flatMap(({ kind, items }) => items.map(({ name }) => status(name, kind)))
export const wrappedAddresses = wrapped.map((name) => status(name))
export const similarAddresses = similar.map((name) => status(name))
export const itemsAddresses = lists.map(({ id }) => `/v1/lists/${id}/items`)
export const pageAddresses = certificates.map((name) => `/?kind=certificate&name=${encodeURIComponent(name)}`)

/** How many names a batch asks about. */
export const batchSize = 1000

/** A third each of listed, wrapped and similar names; another number, other names. */
export const batch = (number: number): Request => ({
  method: 'POST',
  path: '/v1/check',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({
    questions: Array.from({ length: batchSize }, (_, at) => {
      const names = [certificates, wrapped, similar][(at + number) % 3] as string[]
      return { kind: 'certificate', name: names[(at * 7 + number * 131) % names.length] }
    }),
  }),
})
