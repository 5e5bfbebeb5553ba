// The service. An older Node can read this file, and is told what is needed before it stumbles over TypeScript.
import { constants } from 'node:os'
import process from 'node:process'
import { enter } from './preflight.js'

enter(async () => {
  // The first process of a container gets no signal that nothing listens for: told to stop while it starts, it would go on until it is killed.
  const leave = (signal) => process.exit(128 + constants.signals[signal])
  const signals = process.pid === 1 ? ['SIGTERM', 'SIGINT'] : []
  for (const signal of signals) process.on(signal, leave)
  await import('./server.ts')
  for (const signal of signals) process.off(signal, leave)
})
