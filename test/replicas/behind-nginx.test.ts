import t from 'tap'
import { without } from '../../scripts/optional-tools.ts'

// What only runs with nginx is loaded only where there is one: a file of which nothing is run would be counted as untested.

t.test('behind nginx no request is lost while replicas die, stop and take new data', without('nginx'), async (t) => {
  const { tryReplicas } = await import('../../scripts/replicas/try-replicas.ts')
  const { requests, failures, outcomes } = await tryReplicas()
  t.same(failures, [])
  t.ok(requests >= 1200, 'callers kept asking')
  t.equal(outcomes.size, 2, 'both versions of the data answered')
  for (const [version, words] of outcomes) t.equal(words.size, 1, `${version} always says the same`)
  t.same([...outcomes.values()].flatMap((words) => [...words]).sort(), ['prohibited', 'undetermined'])
})

t.test('an nginx that does not start says why', without('nginx'), async (t) => {
  const { startNginx } = await import('../../scripts/replicas/nginx.ts')
  await t.rejects(startNginx(t.testdir({}), ['not a server']), { message: /^nginx did not start/ })
})
