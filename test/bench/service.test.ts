import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { authorization, service } from '../../bench/service.ts'
import { imageOptions } from '../bundled.ts'

t.test('the service is measured with the options of V8 and of memory that its image has', async (t) => {
  const { args, env } = service(t.testdir(), 1, 'plain')
  t.same(args.slice(0, -1), imageOptions())
  t.match(args.at(-1), /dist\/main\.js$/)
  const dockerfile = readFileSync(join(import.meta.dirname, '../../Dockerfile'), 'utf8')
  const variables = dockerfile.match(/MALLOC_\w+=\d+/g) ?? []
  t.ok(variables.length > 0)
  for (const variable of variables) {
    const [name = '', value] = variable.split('=')
    t.equal(env?.[name], value)
  }
})

t.test('as deployed it asks for the key that the questions bring, and has a limit and a log', async (t) => {
  const folder = t.testdir()
  const { env } = service(folder, 1, 'deployed')
  t.match(env, { LOG_LEVEL: 'info', RATE_LIMIT: /^\d+\/hour$/, METRICS_PORT: '0' })
  const key = authorization.Authorization.replace('Bearer ', '')
  t.match(readFileSync(env?.API_KEYS_FILE ?? '', 'utf8'), createHash('sha256').update(key).digest('hex'))
})

t.test('plain it has metrics, and none of the three', async (t) => {
  const { env = {} } = service(t.testdir(), 1, 'plain')
  t.match(env, { LOG_LEVEL: 'warn', METRICS_PORT: '0' })
  t.notOk('API_KEYS_FILE' in env || 'RATE_LIMIT' in env)
})

t.test('it serves its own data unless it is given others', async (t) => {
  t.notOk('DATA_DIR' in (service(t.testdir(), 1, 'plain').env ?? {}))
  t.match(service(t.testdir(), 1, 'plain', 'made-up').env, { DATA_DIR: 'made-up' })
})
