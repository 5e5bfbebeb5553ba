import t from 'tap'
import { DataError } from '../../src/lists/data-set.ts'

const problems = (count: number) => Array.from({ length: count }, (_, at) => `file ${at + 1} is no list`)

t.test('a message of wrong data has each problem on a line', async (t) => {
  t.equal(new DataError(problems(2)).message, 'The data cannot be used:\n  - file 1 is no list\n  - file 2 is no list')
  t.equal(new DataError(problems(50)).message.split('\n').length, 51)
})

t.test('of thousands of problems it has the first ones and how many more there are', async (t) => {
  const error = new DataError(problems(20_000))
  t.equal(error.message.split('\n').length, 52)
  t.match(error.message, /file 50 is no list\n {2}… 19950 more$/)
  t.equal(error.problems.length, 20_000)
})
