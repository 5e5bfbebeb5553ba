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
          t.equal(Object.keys(media.examples ?? {}).length, 1, `${path} has one example of a real answer`)
      }
    }
  }
})

t.test('the document is small enough to be read by whoever is asked for it', async (t) => {
  t.ok(Buffer.byteLength(committed) < 200_000, `${Buffer.byteLength(committed)} bytes`)
})

/** Every value in the document that stands under a key. */
function valuesUnder(key: string, part: unknown): unknown[] {
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([name, value]) => [...(name === key ? [value] : []), ...valuesUnder(key, value)])
}

t.test('patterns say what RE2, Python and Java also read', async (t) => {
  const patterns = new Set(valuesUnder('pattern', JSON.parse(committed)).map(String))
  t.ok(patterns.size > 5)
  for (const pattern of patterns) {
    t.doesNotThrow(() => [new RegExp(pattern), new RegExp(pattern, 'u')], pattern)
    t.notMatch(pattern, /\(\?(?!:)/, `${pattern} looks neither ahead nor behind and names no group`)
    t.notMatch(pattern, /\\[pPuck1-9]/, `${pattern} has no property, no code point of JavaScript and no reference back`)
  }
})

t.test('what more than one operation has stands among the components once', async (t) => {
  const { components, paths } = JSON.parse(committed)
  const operations = Object.values<Record<string, Operation>>(paths).flatMap((item) => Object.values(item))
  for (const { operationId, responses } of operations) {
    for (const [status, response] of Object.entries(responses)) {
      if (status !== '200') t.match(response, { $ref: /^#\/components\/responses\/\w+$/ }, `${operationId} ${status}`)
    }
  }
  const references = new Set(valuesUnder('$ref', components).concat(valuesUnder('$ref', paths)))
  for (const kind of ['headers', 'parameters', 'responses', 'examples']) {
    for (const name of Object.keys(components[kind])) {
      t.ok(references.has(`#/components/${kind}/${name}`), `${kind} ${name} is referred to`)
    }
  }
})

interface Operation {
  operationId: string
  summary: string
  description: string
  responses: Record<string, { content?: Record<string, { examples?: object }> }>
}

t.test('package, document, image and change log carry one version', async (t) => {
  const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
  const { version } = JSON.parse(read('package.json'))
  t.equal(JSON.parse(committed).info.version, version)
  t.match(read('Dockerfile'), `ARG VERSION=${version}\n`)
  t.match(read('CHANGELOG.md'), `## ${version}`)
})
