import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, buildApp } from '../src/app.ts'
import { loadData } from '../src/catalogue/load-data.ts'
import { openCatalogue } from '../src/catalogue/read-snapshot.ts'
import { type ApiDocument, describeHeaders, describeHome } from '../src/http/schemas/describe-api.ts'
import { responseName, shareParts } from './openapi-components.ts'
import { type ExampleRequest, exampleRequests, refusedRequests } from './openapi-examples.ts'

const root = join(import.meta.dirname, '..')
const dataDir = join(root, 'data')

/** The document as it must stand in the repository. */
export async function openApiText(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'qingdan-openapi-'))
  try {
    const databasePath = join(folder, 'qingdan.sqlite')
    // The time of building is part of an answer; a fixed one keeps the document the same on every machine.
    await loadData({ dataDir, databasePath }, new Date(0))
    const snapshot = await openCatalogue({ dataDir, databasePath })
    const app = await buildApp({ snapshot: () => snapshot, describe: true })
    await app.ready()
    const document = app.swagger() as unknown as ApiDocument
    describeHeaders(document)
    describeHome(document)
    await addExamples(app, document)
    await app.close()
    return formatted(shareParts(document))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Adds to each answer in JSON what the application really answers, as a component that the answer refers to. */
async function addExamples(app: App, document: ApiDocument): Promise<void> {
  const examples: Record<string, object> = {}
  for (const { operationId, responses } of Object.values(document.paths).flatMap((item) => Object.values(item))) {
    for (const [status, { content = {} }] of Object.entries(responses)) {
      const isAnswer = status === '200'
      const request = isAnswer ? exampleRequests[operationId] : refusedRequests[status]
      for (const [type, media] of Object.entries(content)) {
        // A workbook cannot stand in the document.
        if (!request || !type.includes('json')) continue
        const component = isAnswer ? operationId : responseName(status)
        examples[component] ??= await exampleOf(app, request)
        media.examples = { [request.name]: { $ref: `#/components/examples/${component}` } }
      }
    }
  }
  document.components.examples = examples
}

async function exampleOf(app: App, { summary, url, body: payload }: ExampleRequest): Promise<object> {
  const { body } = await app.inject(payload ? { method: 'POST', url, payload } : { url })
  return { summary, value: JSON.parse(body) }
}

/** As Biome formats all files here: what fits into a line stands in one, which saves a third of the document. */
function formatted(document: ApiDocument): string {
  const biome = join(root, 'node_modules/.bin/biome')
  const input = JSON.stringify(document)
  return execFileSync(biome, ['format', '--stdin-file-path=openapi/openapi.json'], {
    cwd: root,
    encoding: 'utf8',
    input,
  })
}
