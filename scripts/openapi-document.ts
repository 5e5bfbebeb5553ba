import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '../src/app.ts'
import { loadData } from '../src/catalogue/load-data.ts'
import { openCatalogue } from '../src/catalogue/open-catalogue.ts'
import { type ApiDocument, describeHeaders } from '../src/http/openapi.ts'
import { type ExampleRequest, exampleRequests, refusedRequests } from './openapi-examples.ts'

const dataDir = join(import.meta.dirname, '../data')

/** The document as it must stand in the repository, ending in a line break. */
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
    const example = async ({ name, summary, url, body: payload }: ExampleRequest) => {
      const { body } = await app.inject(payload ? { method: 'POST', url, payload } : { url })
      return [name, { summary, value: JSON.parse(body) }] as const
    }
    for (const { operationId, responses } of Object.values(document.paths).flatMap((item) => Object.values(item))) {
      for (const [status, { content = {} }] of Object.entries(responses)) {
        const requests = (status === '200' ? exampleRequests[operationId] : refusedRequests[status]) ?? []
        for (const [type, media] of Object.entries(content)) {
          // A workbook cannot stand in the document.
          if (!type.includes('json') || requests.length === 0) continue
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
