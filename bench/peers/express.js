// Express 5 over better-sqlite3, a row per request.  node bench/peers/express.js DATABASE PORT row|text
import express from 'express'
import { openAnswers } from './answers.js'

const [database, port, form] = process.argv.slice(2)
const answers = openAnswers(database, form)
const app = express()
app.get('/v1/:resource/:name/status', (request, response) => {
  const answer = answers(request.params.resource, request.params.name)
  if (answer === undefined) response.status(404).end()
  else if (form === 'text') response.type('json').send(answer)
  else response.json(answer)
})
app.listen(Number(port), '127.0.0.1')
