import t from 'tap'
import { someIds } from '../../../src/http/answers/list-ids.ts'

t.test('up to twenty lists are all named, of more the first twenty', async (t) => {
  const ids = Array.from({ length: 21 }, (_, index) => `l${index}`)
  t.notMatch(someIds(ids.slice(0, 20)).en, 'more')
  t.match(someIds(ids.slice(0, 20)).en, /l19$/)
  t.match(someIds(ids), { zh: /l19 等 21 份/, en: /l19 and 1 more/ })
  t.notMatch(someIds(ids).en, 'l20')
})
