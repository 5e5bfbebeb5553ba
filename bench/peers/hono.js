// Hono over better-sqlite3, a row per request.  node bench/peers/hono.js DATABASE PORT row|text
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { openAnswers } from './answers.js'

const [database, port, form] = process.argv.slice(2)
const answers = openAnswers(database, form)
const app = new Hono()
app.get('/v1/:resource/:name/status', (context) => {
  const answer = answers(context.req.param('resource'), context.req.param('name'))
  if (answer === undefined) return context.notFound()
  if (form === 'text') return context.body(answer, 200, { 'content-type': 'application/json; charset=utf-8' })
  return context.json(answer)
})
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(port) })
