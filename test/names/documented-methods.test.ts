import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { METHODS } from '../../src/names/normalise/methods.ts'
import { ask } from '../ask-service.ts'
import { build } from '../build-service.ts'

/** The rows of the table in docs/names.md: a method, and names that it leads to their item. */
const rows = [
  ...readFileSync(join(import.meta.dirname, '../../docs/names.md'), 'utf8').matchAll(/^\| `(\w+)` \|.*\| (.+) \|$/gm),
].map(([, method = '', examples = '']) => ({ method, examples: examples.replace(/ \(.*\)$/, '').split(', ') }))

t.test('every method is documented, with examples that it answers', async (t) => {
  const { app } = await build(t)
  t.strictSame(
    rows.map(({ method }) => method),
    METHODS,
  )
  for (const { method, examples } of rows) {
    for (const example of examples) {
      const { match } = await ask(app, method === 'place' ? 'signboard' : 'certificate', example)
      t.equal(match?.method, method, example)
    }
  }
})
