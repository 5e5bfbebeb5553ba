// Writes openapi/openapi.json from the routes and from real answers.  node scripts/openapi.ts
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildApp } from '../src/app.ts'
import { loadData } from '../src/catalogue/load-data.ts'
import { openCatalogue } from '../src/catalogue/open-catalogue.ts'
import type { ApiDocument } from '../src/http/openapi.ts'
import { type ExampleRequest, exampleRequests, refusedRequests } from './openapi-examples.ts'

const dataDir = join(import.meta.dirname, '../data')
const place = join(import.meta.dirname, '../openapi/openapi.json')

/** The document as it must stand in the repository, ending in a line break. */
export async function openApiText(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'qingdan-openapi-'))
  try {
    const databasePath = join(folder, 'qingdan.sqlite')
    // The time of building is part of an answer; a fixed one keeps the document the same on every machine.
    loadData(dataDir, databasePath, new Date(0))
    const snapshot = await openCatalogue({ dataDir, databasePath })
    const app = await buildApp({ snapshot: () => snapshot, describe: true })
    await app.ready()
    const document = app.swagger() as unknown as ApiDocument
    const example = async ({ name, summary, url, body: payload }: ExampleRequest) => {
      const { body } = await app.inject(payload ? { method: 'POST', url, payload } : { url })
      return [name, { summary, value: JSON.parse(body) }] as const
    }
    for (const { operationId, responses } of Object.values(document.paths).flatMap((item) => Object.values(item))) {
      for (const [status, { content = {} }] of Object.entries(responses)) {
        const requests = status === '200' ? (exampleRequests[operationId] ?? []) : (refusedRequests[status] ?? [])
        for (const [type, media] of Object.entries(content)) {
          if (type.includes('json') && requests.length > 0)
            media.examples = Object.fromEntries(await Promise.all(requests.map(example)))
        }
      }
    }
    await app.close()
    return `${JSON.stringify(document, null, 2)}\n`
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The document as it stands in the repository. */
export const committedOpenApiText = (): string => readFileSync(place, 'utf8')

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(place, await openApiText())
