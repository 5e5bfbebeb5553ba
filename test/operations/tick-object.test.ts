import t from 'tap'
import { holdTickObject } from '../../src/operations/tick-object.ts'

t.test('what is held is what process.nextTick makes of a call', async (t) => {
  t.match(holdTickObject(), { callback: Function })
})
