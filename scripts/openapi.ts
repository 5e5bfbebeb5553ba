// Writes openapi/openapi.json from the routes and from real answers.  npm run openapi
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openApiText } from './openapi-document.ts'

writeFileSync(join(import.meta.dirname, '../openapi/openapi.json'), await openApiText())
