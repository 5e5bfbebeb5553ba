// Express 5 over better-sqlite3: a row per request, put together from its columns.  node bench/peers/express.js DATABASE PORT
import Database from 'better-sqlite3'
import express from 'express'

const [database, port] = process.argv.slice(2)
const connection = new Database(database, { readonly: true })
const plain = new Set(['outcome', 'reason'])
const fields = connection
  .pragma('table_info(answers)')
  .map(({ name }) => name)
  .filter((name) => name !== 'path')
const row = connection.prepare(`SELECT ${fields.map((name) => `"${name}"`).join(', ')} FROM answers WHERE path = ?`)

const app = express()
app.get('/v1/:resource/:name/status', (request, response) => {
  const answer = row.get(`${request.params.resource}/${request.params.name}`)
  if (answer === undefined) return response.status(404).end()
  for (const field of fields) if (!plain.has(field)) answer[field] = JSON.parse(answer[field])
  response.json(answer)
})
app.listen(Number(port), '127.0.0.1')
