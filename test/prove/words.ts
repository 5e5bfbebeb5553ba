import type { Snapshot } from '../../src/catalogue/snapshot.ts'
import type { Operation } from './documented.ts'
import type { Words } from './valid-values.ts'

/** What a snapshot has to be asked about, by the names of an operation's parameters and fields. */
export function wordsOf(snapshot: Snapshot, { path }: Operation): Words {
  const lists = [...snapshot.lists.values()]
  const items = lists.flatMap((list) => list.items.map((item) => ({ name: item.name, id: `${list.id}/${item.no}` })))
  const names = items.map(({ name }) => name)
  const written = [
    ...names,
    ...names.map((name) => `村委会出具的${name}（原件）`),
    ...names.map((name) => name.slice(0, -1)),
  ]
  const ids = [...items.map(({ id }) => id), 'annex-3/0', 'annex-3/999', 'annex-3/08', 'annex-9/1']
  const places = ['620802', '620800', '620000', '100000', '110000', '620825', '622701', '130504', '990000']
  return {
    name: [...written, ...ids].filter((name) => name !== ''),
    q: ['婚', '证明', '村', '民发', '协助', '朝阳', '6208'],
    issuer: ['村民委员会', '居民委员会', '公安派出所', '村委会', '民政局'],
    region: places,
    parent: places,
    code: places,
    list: [...snapshot.lists.keys()],
    id: [...(path.startsWith('/v1/documents') ? snapshot.documents : snapshot.lists).keys()],
  }
}
