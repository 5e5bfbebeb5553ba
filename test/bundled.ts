import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Test } from 'tap'

const root = resolve(import.meta.dirname, '..')

/** Makes the bundle that `npm start` and the image serve, in a folder below the program's; gives the file to run. */
export function bundled(t: Test, folder: string, program = root): string {
  const made = spawnSync(process.execPath, [join(program, 'scripts/bundle.ts'), folder], { encoding: 'utf8' })
  t.match(made, { status: 0, stderr: '' })
  return join(folder, 'main.js')
}

/** The options of V8 with which the image runs it. */
export function imageOptions(): string[] {
  const [, command = '[]'] = /^CMD (\[.*\])$/m.exec(readFileSync(join(root, 'Dockerfile'), 'utf8')) ?? []
  return (JSON.parse(command) as string[]).filter((argument) => argument.startsWith('--'))
}
