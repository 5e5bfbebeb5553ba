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

t.test('what recorded names say in Chinese is punctuated in Chinese', async (t) => {
  for (const { recorded } of Object.values(reviewedData().names))
    for (const { names, reason } of recorded)
      t.notMatch(reason?.zh ?? '', /[,;:!?](?=[\u4e00-\u9fff《“（])/, `${names[0]}`)
})
