import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import type { Scope } from '../../src/names/read/scope.ts'
import { casesOf } from './cases.ts'
import { certificates, read, signboards, tasks } from './lists.ts'

// Names as people write them, by what they have to be read as. Each line of cases/*.txt: the expectation, then names.
// "8" is annex-3/8, "7:2" is annex-7/2; "ask:1,8" one of these among the first three candidates; "none" no decision.
const idOf = (code: string) => (code.includes(':') ? `annex-${code.replace(':', '/')}` : `annex-3/${code}`)

function readAs(name: string, scope: Scope) {
  const reading = read(name, scope)
  return {
    decided: reading.verdict === 'decided' ? reading.items.map(({ list, no }) => `${list}/${no}`) : [],
    offered: reading.verdict === 'ask' ? reading.candidates.slice(0, 3).map(({ list, no }) => `${list}/${no}`) : [],
  }
}

for (const [file, scope] of [
  ['certificates.txt', certificates],
  ['signboards.txt', signboards],
] as const) {
  t.test(`every name of ${file} is read as written there`, async (t) => {
    for (const { name, expected } of casesOf(file)) {
      const { decided, offered } = readAs(name, scope)
      if (expected === 'none') t.same(decided, [], `${name}: nothing decided`)
      else if (expected.startsWith('ask:')) {
        const ids = expected.slice(4).split(',').map(idOf)
        t.ok(
          decided.length === 0 && ids.some((id) => offered.includes(id)),
          `${name}: asked with ${ids}, got ${offered}`,
        )
      } else t.same(decided, [idOf(expected)], `${name}: ${expected}`)
    }
  })
}

t.test('every plain wording of a duty finds it, or asks with it among the first three', async (t) => {
  const lines = readFileSync(join(import.meta.dirname, 'cases', 'tasks.txt'), 'utf8')
    .trim()
    .split('\n')
  for (const line of lines) {
    const [expected = '', ...names] = line.split(' ')
    for (const name of names) {
      const reading = read(name, tasks)
      const found =
        reading.verdict === 'decided' ? reading.items : reading.verdict === 'ask' ? reading.candidates.slice(0, 3) : []
      if (expected === 'none') t.same(found, [], `${name}: nothing`)
      else if (expected.startsWith('ask:')) {
        const asked = reading.verdict === 'ask' && found.some((item) => item.name === expected.slice(4))
        t.ok(asked, `${name}: asked with ${expected.slice(4)}`)
      } else
        t.ok(
          expected.split('|').some((duty) => found.some((item) => item.name === duty)),
          `${name}: ${expected}`,
        )
    }
  }
})
