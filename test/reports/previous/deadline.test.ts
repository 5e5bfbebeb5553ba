import t from 'tap'
import { deadlineDay } from '../../../src/reports/previous/deadline.ts'

t.test('a deadline is read as people write it', async (t) => {
  for (const text of [
    '2026-12-31',
    '2026/12/31',
    '2026.12.31',
    '2026年12月31日',
    '2026年12月31日前',
    '2026年12月',
    '2026-12',
    '2026年12月底前',
  ]) {
    t.equal(deadlineDay(text), '2026-12-31', text)
  }
  t.equal(deadlineDay('２０２６年２月'), '2026-02-28')
})

t.test('what is no day is not read as one', async (t) => {
  for (const text of ['年底前', '2026', '2026-13', '2026-02-30', '长期', '2026-12-31或以后'])
    t.equal(deadlineDay(text), undefined, text)
})
