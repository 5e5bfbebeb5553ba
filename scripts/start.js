// What npm start runs: makes the bundle, then serves it in this very process, so that signals and exit codes need nobody to hand them on.
// The bundle is made in a process of its own: what that needs in memory is gone when serving begins.
import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { enter } from '../src/preflight.js'

enter(() => {
  const bundler = fileURLToPath(new URL('bundle.ts', import.meta.url))
  const { status } = spawnSync(process.execPath, [bundler, 'dist'], { stdio: 'inherit' })
  if (status === 0) return import(new URL('../dist/main.js', import.meta.url).href)
  process.exitCode = 1
})
