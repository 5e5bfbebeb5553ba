import { globSync, readFileSync } from 'node:fs'
import { createRequire, registerHooks, stripTypeScriptTypes } from 'node:module'
import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import fc from 'fast-check'
import type * as tap from 'tap'

// A test runner for Stryker that keeps one process. The tap runner starts one per test file and mutant, and most of its time goes
// into starting Node and loading tap, pinyin-pro, opencc-js, fastify and typebox; here only src/ and test/ are loaded anew for each
// mutant, so that nothing that one mutant left behind (caches, indexes) reaches the next. The tests are the same, under tap's own Test.
// A mutant is judged by the tests of its own folder: those of test/names/ for src/names/.

// Loading tap itself would start its root test, which takes over the channel to Stryker and ends the process when it is idle.
const tapRequires = createRequire(createRequire(import.meta.url).resolve('tap'))
tapRequires('@tapjs/core')
const { Test }: typeof tap = tapRequires('@tapjs/test')
type Body = (t: tap.Test) => unknown
type TestOpts = ConstructorParameters<typeof Test>[0]
interface Result {
  readonly id: string
  readonly name: string
  readonly fileName: string
  readonly timeSpentMs: number
  readonly status: 0 | 1
  readonly failureMessage: string
}
interface Instrumented {
  activeMutant?: string | undefined
  currentTestId?: string | undefined
  hitCount?: number | undefined
  hitLimit?: number | undefined
  mutantCoverage: { static: Record<string, number>; perTest: Record<string, Record<string, number>> }
}
interface MutantRun {
  readonly activeMutant: { readonly id: string }
  readonly sandboxFileName: string
  readonly testFilter?: readonly string[]
  readonly hitLimit?: number
}

/** What the instrumented code reads and writes; it keeps the object, so the object stays the same. */
const instrumented: Instrumented = { mutantCoverage: { static: {}, perTest: {} } }
Object.assign(globalThis, { __stryker__: instrumented })

// A property that fails is not made smaller: the mutant is killed. The seed makes a run repeatable.
fc.configureGlobal({ seed: 20230831, endOnFailure: true })

let round = 0
let registered: { name: string; body: Body }[] = []
Object.assign(globalThis, { mutationTests: { test: (name: string, body: Body) => registered.push({ name, body }) } })

const project = `${pathToFileURL(process.cwd()).href}/`
const stripped = new Map<string, string>()
registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'tap') return { url: `tests:${round}`, shortCircuit: true }
    const resolved = next(specifier, context)
    const own = resolved.url.startsWith(project) && !resolved.url.includes('/node_modules/')
    return own && resolved.url.endsWith('.ts') ? { ...resolved, url: `${resolved.url}?${round}` } : resolved
  },
  load(url, context, next) {
    if (url.startsWith('tests:'))
      return { format: 'module', source: 'export default globalThis.mutationTests', shortCircuit: true }
    if (!url.startsWith(project) || !url.includes('.ts?')) return next(url, context)
    const path = fileURLToPath(url.slice(0, url.lastIndexOf('?')))
    const source = stripped.get(path) ?? stripTypeScriptTypes(readFileSync(path, 'utf8'))
    stripped.set(path, source)
    return { format: 'module', source, shortCircuit: true }
  },
})

// The first failed assertion ends a test; what a test throws by itself is a failure as well.
let failure: string | undefined
const { fail, threw } = Test.prototype
Test.prototype.fail = function (this: tap.Test, ...args: Parameters<typeof fail>): boolean {
  if (failure !== undefined) return fail.apply(this, args)
  failure = String(args[0] ?? 'failed')
  throw new Error(failure)
}
Test.prototype.threw = function (this: tap.Test, ...args: Parameters<typeof threw>): void {
  failure ??= String(args[0])
  threw.apply(this, args)
}

async function run(name: string, body: Body, testdir: string): Promise<string | undefined> {
  failure = undefined
  const options: TestOpts = { name: 'mutant', timeout: 0, testdir }
  const root: tap.Test = new Test(options)
  root.resume()
  const results = await root.test(name, { timeout: 0 }, async (t) => {
    await body(t)
  })
  root.end()
  return results?.ok ? undefined : (failure ?? 'failed')
}

/** Runs the tests, all or those named, until one fails. */
async function runAll(
  sandbox: string,
  files: readonly string[],
  wanted: ReadonlySet<string> | undefined,
): Promise<Result[]> {
  // Several runners share a sandbox.
  const testdir = join(sandbox, '.tap/fixtures', String(process.pid))
  const results: Result[] = []
  round += 1
  for (const fileName of files) {
    if (wanted && ![...wanted].some((id) => id.startsWith(`${fileName}: `))) continue
    registered = []
    try {
      await import(pathToFileURL(join(sandbox, fileName)).href)
    } catch (error) {
      return [{ id: fileName, name: fileName, fileName, timeSpentMs: 0, status: 1, failureMessage: String(error) }]
    }
    for (const { name, body } of registered) {
      const id = `${fileName}: ${name}`
      if (wanted && !wanted.has(id)) continue
      instrumented.currentTestId = id
      const start = performance.now()
      const failureMessage = await run(name, body, testdir)
      instrumented.currentTestId = undefined
      const timeSpentMs = performance.now() - start
      const status = failureMessage === undefined ? 0 : 1
      results.push({ id, name: id, fileName, timeSpentMs, status, failureMessage: failureMessage ?? '' })
      if (status === 1) return results
    }
  }
  return results
}

function createRunner({ tests }: { tests: readonly string[] }) {
  // tap leaves the working directory when it removes what a test has written.
  const sandbox = process.cwd()
  const files = tests.flatMap((pattern) => globSync(pattern).sort())
  const testsOf = (source: string) => {
    const [, folder] = relative(sandbox, source).split('/')
    return files.filter((file) => file.startsWith(`test/${folder}/`))
  }
  return {
    capabilities: () => ({ reloadEnvironment: true }),
    async dryRun() {
      const found = await runAll(sandbox, files, undefined)
      return { status: 'complete', tests: found, mutantCoverage: instrumented.mutantCoverage }
    },
    async mutantRun({ activeMutant, sandboxFileName, testFilter, hitLimit }: MutantRun) {
      Object.assign(instrumented, {
        activeMutant: activeMutant.id,
        hitLimit,
        hitCount: hitLimit === undefined ? undefined : 0,
      })
      const results = await runAll(sandbox, testsOf(sandboxFileName), testFilter && new Set(testFilter))
      if (hitLimit !== undefined && (instrumented.hitCount ?? 0) > hitLimit)
        return { status: 'timeout', reason: 'an endless loop' }
      const killer = results.find(({ status }) => status === 1)
      return killer
        ? { status: 'killed', killedBy: [killer.id], failureMessage: killer.failureMessage, nrOfTests: results.length }
        : { status: 'survived', nrOfTests: results.length }
    },
  }
}
createRunner.inject = ['options']

export const strykerPlugins = [{ kind: 'TestRunner', name: 'one-process', factory: createRunner }]
