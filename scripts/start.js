// What npm start runs: makes the bundle, then serves it in this very process, so that signals and exit codes need nobody to hand them on.
// The bundle is made in a process of its own: what that needs in memory is gone when serving begins.
import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { enter } from '../src/preflight.js'

const { ppid: parent } = process

/**
 * npm runs its scripts in a shell. Told to end, it ends that shell, and a shell like dash hands nothing on: what it had started would serve
 * for ever. Only a POSIX shell could be told to step aside (exec). So the service stops when the shell that started it is gone.
 */
function stopWithShell() {
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 100).unref()
}

enter(() => {
  const bundler = fileURLToPath(new URL('bundle.ts', import.meta.url))
  const { status } = spawnSync(process.execPath, [bundler, 'dist'], { stdio: 'inherit' })
  if (status !== 0) {
    process.exitCode = 1
    return
  }
  if (process.env.npm_lifecycle_event === 'start') stopWithShell()
  return import(new URL('../dist/main.js', import.meta.url).href)
})
