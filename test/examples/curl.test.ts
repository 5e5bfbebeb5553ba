import { join } from 'node:path'
import t from 'tap'
import { without } from '../../scripts/optional-tools.ts'
import { run } from '../run-program.ts'
import { examples, serviceForExamples } from './run-example.ts'

const folder = join(examples, 'curl')

t.test('the shell script asks with curl alone', without('curl'), async (t) => {
  const service = await serviceForExamples(t)
  const { code, output } = await run('sh', ['ask.sh'], folder, service)
  t.equal(code, 0, output)
  const printed = output.split('\n')
  const after = (heading: string) => printed[printed.findIndex((line) => line.startsWith(`# ${heading}`)) + 1] ?? ''
  const answer = (heading: string) => JSON.parse(after(heading))

  t.match(answer('May a village be asked'), { outcome: 'prohibited', allowed: false, match: { item: 'annex-3/8' } })
  t.match(answer('May this board'), { query: { kind: 'signboard' }, allowed: true })
  t.match(answer('May this work'), { query: { kind: 'task' }, allowed: true })
  t.strictSame(answer('The first question with the name in the path'), answer('May a village be asked'))
  t.equal(after('The same again'), '304')
  t.match(answer('Two questions'), {
    results: [
      { id: 'a', status: 200 },
      { id: 'b', status: 200 },
    ],
  })
  t.match(answer('The first items'), { total: 20, items: [{ id: 'annex-3/1' }, { id: 'annex-3/2' }] })

  const refused = await run('sh', ['ask.sh'], folder, { ...service, QINGDAN_KEY: 'another' })
  t.equal(refused.code, 22, 'a refusal ends the script')
  t.match(refused.output, /"status":401/, 'and is shown')
  const { QINGDAN_KEY: _, ...keyless } = service
  t.equal((await run('sh', ['ask.sh'], folder, keyless)).code, 22, 'without a key it sends none')
})
