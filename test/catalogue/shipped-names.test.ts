import t from 'tap'
import { key } from '../../src/names/normalise/plain.ts'
import { reviewedData } from '../data-folder.ts'

t.test(
  'every recorded name leads to a name that a list of its kind prints today, whatever other wordings it knows',
  async (t) => {
    const { lists, names } = reviewedData()
    for (const { kind, recorded } of Object.values(names)) {
      const printed = Object.values(lists)
        .filter((list) => list.kind === kind)
        .flatMap(({ items }) => items.flatMap((item) => [item.name, ...(item.subNames ?? [])]))
      const known = new Set(printed.map(key))
      const lost = recorded.filter(({ items }) => items.length > 0 && !items.some((item) => known.has(key(item))))
      t.same(lost, [], kind)
    }
  },
)
