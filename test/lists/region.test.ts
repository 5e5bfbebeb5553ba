import t from 'tap'
import { meet } from '../../src/lists/region.ts'

t.test('places meet where one is the other or lies within it', (t) => {
  for (const [one, other] of [
    ['620802', '620802'],
    ['620802', '620800'],
    ['620000', '620802'],
    ['100000', '420506'],
    ['429004', '420000'],
    ['110000', '110105'],
  ] as const) {
    t.ok(meet(one, other), `${one} ${other}`)
    t.ok(meet(other, one), `${other} ${one}`)
  }
  for (const [one, other] of [
    ['620802', '620821'],
    ['620000', '420000'],
    ['421200', '420600'],
    ['110105', '100100'],
  ] as const)
    t.notOk(meet(one, other), `${one} ${other}`)
  t.end()
})
