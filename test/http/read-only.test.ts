import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { build } from '../build-service.ts'

const { paths } = JSON.parse(readFileSync(join(import.meta.dirname, '../../openapi/openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, unknown>>
}

t.test('nothing can be changed over HTTP: no address takes a method that changes something', async (t) => {
  const { app } = await build(t)
  for (const [path, operations] of Object.entries(paths)) {
    // A POST that is described is a question too long for an address; anything else that writes must not be there at all.
    const refused = ['PUT', 'PATCH', 'DELETE', ...('post' in operations ? [] : ['POST'])] as const
    for (const method of refused) {
      const url = path.replace(/\{\w+\}/g, '1')
      const { statusCode, headers } = await app.inject({ method: method as 'PUT', url })
      t.equal(statusCode, 405, `${method} ${path}`)
      t.notMatch(headers.allow, method)
    }
  }
})
