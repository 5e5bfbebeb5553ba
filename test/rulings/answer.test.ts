import { readFileSync } from 'node:fs'
import t from 'tap'
import {
  Answer,
  Candidate,
  Citation,
  Consulted,
  Finding,
  ItemCitation,
  Match,
  Remark,
} from '../../src/rulings/answer.ts'

const { components } = JSON.parse(readFileSync(new URL('../../openapi/openapi.json', import.meta.url), 'utf8'))

t.test(
  'an answer has the fields, limits and words that integrators were promised in openapi/openapi.json',
  async (t) => {
    for (const schema of [Answer, Candidate, Citation, Consulted, Finding, ItemCitation, Match, Remark]) {
      const { $id, ...rest } = JSON.parse(JSON.stringify(schema).replace(/"(\w+)#"/gu, '"#/components/schemas/$1"'))
      t.strictSame(rest, components.schemas[$id], $id)
    }
  },
)
