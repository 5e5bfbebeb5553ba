import t from 'tap'
import { FormReader } from '../../src/pages/many/form-reader.ts'

t.test('what fails in the process that reads is a fault of the service, and not of the form', async (t) => {
  const reader = new FormReader({ processes: 1, waitMs: 60_000, timeMs: 60_000, memoryMb: 64 })
  t.teardown(() => reader.close())
  const file = { bytes: null as never, name: 'names.csv' }
  await t.rejects(reader.read({ fields: {}, file }), { name: 'TypeError' })
  const { table } = await reader.read({ fields: {}, file: { bytes: Buffer.from('死亡证明'), name: 'names.csv' } })
  t.same(table?.rows, [{ no: 1, cells: ['死亡证明'] }])
})
