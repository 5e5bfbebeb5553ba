import { answered, type Case, hasCandidates, isExact, isWrapped } from './answered.ts'
import {
  batch,
  batchSize,
  exactAddresses,
  get,
  itemsAddresses,
  pageAddresses,
  similarAddresses,
  status,
  wrappedAddresses,
} from './requests.ts'

const name = '婚姻状况证明'
const inFull = (path: string) => `${path}?region=620802&on=2026-11-22`
const asBrowsersDo = { 'Accept-Encoding': 'gzip' }

/**
 * Everything that is measured on the service as it is, with its answers. The first is what rates are given in terms of.
 * Cases that goals compare stand close together: the machine is another one some minutes later.
 */
export async function prepareCases(port: number): Promise<Case[]> {
  const ask = answered.bind(undefined, port)
  const all = (addresses: readonly string[], headers = {}) => addresses.map((path) => get(path, headers))
  const exact = await ask('exact', 'exact name', [get(status(name))], { fits: isExact })
  const known = { 'If-None-Match': exact.answers[0]?.headers.etag ?? '' }
  // 32 batches at a time would be more than an overloaded service takes.
  const batches = (one: Case) => ({ ...one, connections: 4, names: batchSize })
  return [
    exact,
    await ask('304', 'not modified (304)', [get(status(name), known)], { status: 304 }),
    await ask('wrapped', 'wrapped name', [get(status(`村委会出具的${name}`))], { fits: isWrapped }),
    await ask('candidates', 'name that ends in candidates', [get(status('残疾人就业证明'))], { fits: hasCandidates }),
    await ask('in-full', 'exact name, region and date given', [get(inFull(status(name)))], { fits: isExact }),
    await ask('exact-varied', 'exact names in turn', all(exactAddresses), { fits: isExact }),
    await ask('wrapped-varied', 'wrapped names in turn', all(wrappedAddresses), { fits: isWrapped }),
    await ask('candidates-varied', 'names that end in candidates in turn', all(similarAddresses), {
      fits: hasCandidates,
    }),
    await ask('304-varied', '304, names in turn', all(exactAddresses, known), { status: 304 }),
    await ask('in-full-varied', 'exact names in turn, region and date given', all(exactAddresses.map(inFull)), {
      fits: isExact,
    }),
    batches(await ask('batch', 'POST /v1/check, 1,000 names, per name', [batch(0)])),
    batches(
      await ask(
        'batch-varied',
        '20 such batches in turn, per name',
        Array.from({ length: 20 }, (_, at) => batch(at)),
      ),
    ),
    await ask('items', '/v1/lists/annex-3/items', [get('/v1/lists/annex-3/items')]),
    await ask('items-varied', 'items of all lists in turn', all(itemsAddresses)),
    await ask('page', 'page /', [get('/', asBrowsersDo)]),
    await ask('page-varied', 'page / with an answer, names in turn', all(pageAddresses, asBrowsersDo)),
  ]
}
