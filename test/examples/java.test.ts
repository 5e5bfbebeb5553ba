import { join } from 'node:path'
import t from 'tap'
import { without } from '../../scripts/optional-tools.ts'
import { run } from '../run-program.ts'
import { decisions, examples, proxyWithoutService, serviceForExamples } from './run-example.ts'

t.test('the Java example compiles without dependencies or warnings, and asks', without('jdk'), async (t) => {
  const service = await serviceForExamples(t)
  const classes = t.testdir()
  const source = join(examples, 'java/Ask.java')
  const options = ['-Xlint:all', '-Werror', '--release', '17', '-encoding', 'UTF-8']
  const compiled = await run('javac', [...options, '-d', classes, source], classes)
  t.equal(compiled.code, 0, compiled.output)

  const { code, output } = await run('java', ['-cp', classes, 'Ask'], classes, service)
  t.equal(code, 0, output)
  for (const decision of decisions) t.match(output, decision)
  t.match(output, /^refused: 400 name \(query\) must be 1 to 200 characters/m, 'a refusal is shown with its detail')

  const refused = await run('java', ['-cp', classes, 'Ask'], classes, { ...service, QINGDAN_KEY: 'another' })
  t.equal(refused.code, 1, 'what is no answer ends the program')
  t.match(refused.output, /401 The key is unknown/)

  const away = await run('java', ['-cp', classes, 'Ask'], classes, await proxyWithoutService(t, 502))
  t.equal(away.code, 1)
  t.match(away.output, /IOException: 502$/m, 'the status of a proxy is told')
  const busy = await run(
    'java',
    ['-cp', classes, 'Ask'],
    classes,
    await proxyWithoutService(t, 503, { 'Retry-After': '2' }),
  )
  t.match(busy.output, /IOException: 503 \(again after 2 s\)$/m)
})
