// Makes a client from the OpenAPI document with each of five generators and compiles it under `strict`.  npm run clients
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../examples/clients')
const document = join(import.meta.dirname, '../openapi/openapi.json')

/** Per generator, its program and what it is told, the last of which is where it writes. */
const generators: Readonly<Record<string, readonly string[]>> = {
  'openapi-typescript': ['openapi-typescript', document, '--output', 'generated/openapi-typescript.ts'],
  orval: ['orval', '--input', document, '--client', 'fetch', '--output', 'generated/orval.ts'],
  'hey-api': ['openapi-ts', '--input', document, '--no-log-file', '--output', 'generated/hey-api'],
  oazapfts: ['oazapfts', document, 'generated/oazapfts.ts'],
  'openapi-zod-client': ['openapi-zod-client', document, '--output', 'generated/openapi-zod-client.ts'],
}

/** What a project of a caller compiles with. Types of packages are theirs. */
const compiler = ['--strict', '--noEmit', '--skipLibCheck', '--target', 'es2022', '--lib', 'es2022,dom,dom.iterable']
const modules = ['--module', 'esnext', '--moduleResolution', 'bundler']

/** Runs a program in the folder of the generators, and gives what it printed if it failed. */
function failureOf(program: string, args: readonly string[]): string | undefined {
  const { status, error, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' })
  return status === 0 ? undefined : (error?.message ?? `${stdout}${stderr}`)
}

const binary = (name: string) => join(folder, 'node_modules/.bin', name)

const generated = join(folder, 'generated')
const installation = failureOf('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'])
if (installation !== undefined) throw new Error(`the generators could not be installed: ${installation}`)
rmSync(generated, { recursive: true, force: true })
mkdirSync(generated)
for (const [name, [program = '', ...args]] of Object.entries(generators)) {
  const client = join(folder, args.at(-1) as string)
  const entry = client.endsWith('.ts') ? client : join(client, 'index.ts')
  const failure = failureOf(binary(program), args) ?? failureOf(binary('tsc'), [...compiler, ...modules, entry])
  process.stdout.write(`${name}: ${failure === undefined ? 'compiles' : `fails\n${failure}`}\n`)
  if (failure !== undefined) process.exitCode = 1
}
