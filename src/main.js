// The only file that an older Node can read: it says what is needed before Node stumbles over TypeScript.
import process from 'node:process'

const needed = 24
if (Number.parseInt(process.versions.node, 10) < needed) {
  process.stderr.write(
    `Qingdan needs Node ${needed} or newer; this is Node ${process.versions.node}. ` +
      'Start it with "npm start", which uses the Node that "npm ci" installed, or install a newer Node.\n',
  )
  process.exitCode = 1
} else {
  await import('./server.ts')
}
