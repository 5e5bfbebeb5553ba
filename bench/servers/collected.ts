// node:http after V8 has collected while there was no tick object.  node --expose-gc bench/servers/collected.ts PORT [hold]
import { createServer } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import { holdTickObject } from '../../src/operations/tick-object.ts'

const [port, hold] = process.argv.slice(2)
if (hold) holdTickObject()
// As often as it takes for V8 to note what nextTick makes.
for (let at = 0; at < 100; at += 1) {
  process.nextTick(() => {})
  await setImmediate()
}
// V8 lets go of a shape that is used no more in the third collection.
for (let at = 0; at < 4; at += 1) {
  globalThis.gc?.()
  await setImmediate()
}
const body = Buffer.alloc(2048, ' ')
createServer((_request, response) => {
  response.writeHead(200, { 'content-length': body.length }).end(body)
}).listen(Number(port), '127.0.0.1')
