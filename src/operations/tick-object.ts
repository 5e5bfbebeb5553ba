import { createHook } from 'node:async_hooks'

const held: object[] = []

/**
 * Holds one of the objects that process.nextTick makes for as long as the process runs. V8 forgets the shape of objects when it collects
 * while there is none of them. The next one has a new shape, and nextTick takes a slow way from then on: a server in Node 24 answers a
 * quarter fewer requests until it is started again, one in Node 26 a sixth fewer (bench/tick-object.ts).
 */
export function holdTickObject(): object | undefined {
  const hook = createHook({
    init(_id, type, _trigger, resource) {
      if (type === 'TickObject') held.push(resource)
    },
  })
  hook.enable()
  process.nextTick(() => {})
  hook.disable()
  return held.at(-1)
}
