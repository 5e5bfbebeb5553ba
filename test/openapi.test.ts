import { readFileSync } from 'node:fs'
import t from 'tap'
import { openApiText } from '../scripts/openapi-document.ts'

const committed = readFileSync(new URL('../openapi/openapi.json', import.meta.url), 'utf8')

t.test('openapi/openapi.json is what the routes and the data say today', async (t) => {
  t.equal(committed, await openApiText(), 'run `npm run openapi` and commit the result')
})

t.test('every operation has an id, a Chinese summary, a description, an example and documented refusals', async (t) => {
  const { paths } = JSON.parse(committed)
  const ids = new Set<string>()
  for (const [path, item] of Object.entries<Record<string, Operation>>(paths)) {
    for (const operation of Object.values(item)) {
      t.notOk(ids.has(operation.operationId), `${path}: ${operation.operationId} is used once`)
      ids.add(operation.operationId)
      t.match(operation.summary, /\p{Script=Han}/u, `${path} has a Chinese summary`)
      t.ok(operation.description, `${path} has a description`)
      t.ok(operation.responses['400'], `${path} documents what it refuses`)
      for (const [type, media] of Object.entries(operation.responses['200']?.content ?? {})) {
        // A workbook cannot stand in the document.
        if (type.includes('json'))
          t.ok(Object.keys(media.examples ?? {}).length > 0, `${path} has an example of a real answer`)
      }
    }
  }
})

interface Operation {
  operationId: string
  summary: string
  description: string
  responses: Record<string, { content?: Record<string, { examples?: object }> }>
}
