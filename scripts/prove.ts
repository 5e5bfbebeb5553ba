// Runs the proofs in test/prove/ with a large budget, one after another.  npm run prove [-- contract inventory …]
// Each run starts from another seed; PROVE_SEED=… repeats one.
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { basename, delimiter, join } from 'node:path'
import { seedOf } from '../test/prove/seed.ts'

const root = join(import.meta.dirname, '..')
const wanted = process.argv.slice(2)
const nameOf = (file: string) => basename(file, '.test.ts')
const all = globSync('test/prove/*.test.ts', { cwd: root }).sort()
const names = all.map(nameOf).join(', ')
if (wanted.includes('--help') || wanted.includes('-h')) {
  process.stdout.write(`Usage: npm run prove [-- <proof>…]\nProofs, all of them unless some are named: ${names}.\n`)
  process.stdout.write('PROVE_SEED=<number> repeats a run: each prints the seed it starts from.\n')
  process.exit(0)
}
const unknown = wanted.filter((name) => !all.some((file) => nameOf(file) === name))
if (unknown.length > 0) {
  process.stderr.write(`No proof is called ${unknown.join(', ')}. There are: ${names}.\n`)
  process.exit(2)
}

const { PROVE_SEED = String(Date.now() % 0x7fffffff), PATH = '' } = process.env
const seed = seedOf(PROVE_SEED)
// tap and the Node that it starts are those of the project, also where this is run without npm.
const path = join(root, 'node_modules/.bin') + delimiter + PATH
const env = { ...process.env, PROVE: 'large', PROVE_SEED: String(seed), PATH: path }
// Minutes are expected, and a proof that hangs must still end; coverage is for `npm test`.
const options = ['--disable-coverage', '--allow-incomplete-coverage', '--timeout=3600', '--jobs=1']

// In a fresh clone tap does not know its plugins yet, and would fail the first proof.
const { status: built } = spawnSync('tap', ['build'], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] })
if (built !== 0) process.exit(built ?? 1)

const failed: string[] = []
for (const file of all.filter((one) => wanted.length === 0 || wanted.includes(nameOf(one)))) {
  const repeat = `PROVE_SEED=${seed} npm run prove -- ${nameOf(file)}`
  process.stdout.write(`${nameOf(file)}: ${repeat}\n`)
  const { status } = spawnSync('tap', ['run', ...options, file], { cwd: root, env, stdio: 'inherit' })
  if (status !== 0) failed.push(repeat)
}
for (const repeat of failed) process.stderr.write(`Failed. Repeat it with: ${repeat}\n`)
process.exitCode = failed.length > 0 ? 1 : 0
