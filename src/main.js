// The only file that an older Node can read: it says what is needed before Node stumbles over TypeScript.
import process from 'node:process'
import { setFlagsFromString } from 'node:v8'

const needed = 24
if (Number.parseInt(process.versions.node, 10) < needed) {
  process.stderr.write(
    `Qingdan needs Node ${needed} or newer; this is Node ${process.versions.node}. ` +
      'Start it with "npm start", which uses the Node that "npm ci" installed, or install a newer Node.\n',
  )
  process.exitCode = 1
} else {
  // V8 would let garbage pile up to 64 MB before it looks, and the heap grow to twice what it needs. What a request leaves behind is
  // little and short-lived.
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--optimize-for-size')
  await import('./server.ts')
}
