import { cpSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { run } from '../run-program.ts'
import { decisions, examples, proxyWithoutService, serviceForExamples } from './run-example.ts'

const root = join(examples, '..')

t.test('a client generated from the OpenAPI document type-checks and asks what the sample asks', async (t) => {
  const service = await serviceForExamples(t)
  const copy = t.testdir()
  const folder = join(copy, 'examples/typescript')
  cpSync(join(root, 'openapi'), join(copy, 'openapi'), { recursive: true })
  for (const file of ['package.json', 'package-lock.json', 'tsconfig.json', 'ask.ts']) {
    cpSync(join(examples, 'typescript', file), join(folder, file))
  }
  const npm = async (...args: string[]) => {
    const { code, output } = await run('npm', args, folder, service)
    t.equal(code, 0, `npm ${args.join(' ')}: ${output}`)
    return output
  }
  await npm('ci', '--prefer-offline', '--no-audit', '--no-fund')
  await npm('run', 'generate')
  await npm('run', 'check')
  const printed = await npm('run', '-s', 'start')

  for (const decision of decisions) t.match(printed, decision)
  t.match(printed, /^asked again: 304$/m, 'an answer that is kept is not sent again')
  t.match(printed, /row b:\n400 .+\n {2}body on: a day that exists/, 'a row in error fails by itself')
  t.match(printed, /^400 .+\n {2}query region: a six-digit GB\/T 2260 code/m, 'problem details name the parameter')

  const busy = await proxyWithoutService(t, 503, { 'Retry-After': '2' })
  const { code, output } = await run('npm', ['run', '-s', 'start'], folder, busy)
  t.equal(code, 1, 'what is no answer ends the program')
  t.match(output, /^Error: 503 Service Unavailable \(again after 2 s\)$/m, 'the status of a proxy is told')
})
