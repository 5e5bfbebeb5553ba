import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Makes the bundle that `npm start` and the image serve. @throws Error with what the bundler says */
export function bundle(): void {
  const made = spawnSync(process.execPath, [join(import.meta.dirname, '../../scripts/bundle.ts'), 'dist'])
  if (made.status !== 0) throw new Error(`the service could not be bundled: ${made.stderr}`)
}
