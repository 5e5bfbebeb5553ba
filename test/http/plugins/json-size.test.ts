import t from 'tap'
import { jsonSize, mostDepth, mostParts } from '../../../src/http/plugins/json-size.ts'
import { build } from '../../build-service.ts'

const size = (text: string) => jsonSize(Buffer.from(text))

t.test('lists, objects and what is in them are counted; what stands in a text is not', async (t) => {
  t.same(size('{"questions":[{"name":"甲"},{"name":"乙"}]}'), { depth: 3, parts: 8 })
  t.same(size('["[[[[{,:", "\\"[[", "\\\\"]'), { depth: 1, parts: 3 })
  t.same(size('[[],[]]'), { depth: 2, parts: 4 }, 'one beside another is no deeper')
  t.same(size('["never ends [[[['), { depth: 1, parts: 1 })
  t.same(size('5'), { depth: 0, parts: 0 })
})

t.test('a body that would take long to parse is refused before, in a sentence', async (t) => {
  const { app } = await build(t)
  const send = async (payload: string) => {
    const headers = { 'content-type': 'application/json', 'accept-language': 'en' }
    return (await app.inject({ method: 'POST', url: '/v1/check', headers, payload })).json()
  }
  const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`
  t.match(await send(nested(mostDepth + 1)), { status: 400, detail: /nested more than 32 deep/ })
  t.match(await send('['.repeat(2_000_000)), { status: 400, detail: /nested more than 32 deep/ })
  t.match(await send(nested(mostDepth)), { status: 400, detail: /must be an? .*object/i })
  const list = (parts: number) => `[${Array.from({ length: parts }, () => 0).join()}]`
  t.match(await send(list(mostParts + 1)), {
    status: 413,
    detail: /more than 50000 values and fields; send it in parts/,
  })
  t.match(await send(list(mostParts)), { status: 400 })
})
