// The only file that an older Node can read: it says what is needed before Node stumbles over TypeScript.
import { constants } from 'node:os'
import process from 'node:process'

const needed = 24
if (Number.parseInt(process.versions.node, 10) < needed) {
  process.stderr.write(
    `Qingdan needs Node ${needed} or newer; this is Node ${process.versions.node}. ` +
      'Start it with "npm start", which uses the Node that "npm ci" installed, or install a newer Node.\n',
  )
  process.exitCode = 1
} else {
  // The first process of a container gets no signal that nothing listens for: told to stop while it starts, it would go on until it is killed.
  const leave = (signal) => process.exit(128 + constants.signals[signal])
  const signals = process.pid === 1 ? ['SIGTERM', 'SIGINT'] : []
  for (const signal of signals) process.on(signal, leave)
  await import('./server.ts')
  for (const signal of signals) process.off(signal, leave)
}
