import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { qingdan, qingdanLogging, service } from '../../bench/subjects/qingdan.ts'
import { imageOptions } from '../bundled.ts'

t.test('the service is measured with the options of V8 and of memory that its image has', async (t) => {
  const { args, env } = service('folder', 1, 'warn')
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

t.test('it answers every case, and writes a line for each request in one of two', async (t) => {
  const place = { folder: 'folder', port: 1, answers: '' }
  for (const [subject, LOG_LEVEL] of [
    [qingdan, 'warn'],
    [qingdanLogging, 'info'],
  ] as const) {
    t.ok(subject.cases('page-varied'))
    t.match(subject.command(place).env, { LOG_LEVEL, DATABASE_PATH: 'folder/qingdan.sqlite' })
  }
})

t.test('it serves its own data unless it is given others', async (t) => {
  t.notMatch(service('folder', 1, 'warn').env, { DATA_DIR: String })
  t.match(service('folder', 1, 'warn', 'made-up').env, { DATA_DIR: 'made-up' })
})
