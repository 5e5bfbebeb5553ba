import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'

const root = join(import.meta.dirname, '..')

/** The program elsewhere, free to be changed or built by a test: none of the files whose coverage counts. */
export function projectCopy(t: Test): string {
  const copy = mkdtempSync(join(tmpdir(), 'qingdan-copy-'))
  t.teardown(() => rmSync(copy, { recursive: true }))
  for (const part of ['package.json', 'scripts', 'src', 'migrations', 'openapi'])
    cpSync(join(root, part), join(copy, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  return copy
}
