import t from 'tap'
import { FormReader } from '../../src/pages/many/form-reader.ts'

t.test('a client has one table read at a time, and others are not kept from theirs', async (t) => {
  const reader = new FormReader({ processes: 1, waitMs: 60_000, timeMs: 60_000, memoryMb: 64 })
  t.teardown(() => reader.close())
  const sent = { fields: {}, file: { bytes: Buffer.from('死亡证明'), name: 'names.csv' } }
  const [first, second, other] = await Promise.all([
    reader.read(sent, 'a'),
    reader.read(sent, 'a'),
    reader.read(sent, 'b'),
  ])
  t.match([first, second, other], [{ status: 200 }, { status: 503, problem: { code: 'busy' } }, { status: 200 }])
  t.match(await reader.read(sent, 'a'), { status: 200 }, 'the next when that is done')
})

t.test('what fails in the process that reads is a fault of the service, and not of the form', async (t) => {
  const reader = new FormReader({ processes: 1, waitMs: 60_000, timeMs: 60_000, memoryMb: 64 })
  t.teardown(() => reader.close())
  const file = { bytes: null as never, name: 'names.csv' }
  await t.rejects(reader.read({ fields: {}, file }, 'a'), { name: 'TypeError' })
  const { table } = await reader.read({ fields: {}, file: { bytes: Buffer.from('死亡证明'), name: 'names.csv' } }, 'a')
  t.same(table?.rows, [{ no: 1, cells: ['死亡证明'] }])
})
