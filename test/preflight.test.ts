import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { bundled } from './bundled.ts'
import { projectCopy } from './project-copy.ts'

const root = join(import.meta.dirname, '..')
const binary = `linux-${process.arch}.node`
const packages = join(root, 'node_modules')
/** Offset of e_machine in the head of an ELF file, and the processors that this may be other than. */
const [place, others] = [18, { x64: 183, arm64: 62 } as Record<string, number>]

const loading = (code: string) => ['--import', `data:text/javascript,${encodeURIComponent(code)}`]

/** A copy of better-sqlite3 to which something happened, and the options by which Node takes it for the package. */
function damagedPackage(t: Test, damage: (file: string) => void): string[] {
  const copy = join(t.testdir({}), 'better-sqlite3')
  cpSync(join(packages, 'better-sqlite3/lib'), join(copy, 'lib'), { recursive: true })
  cpSync(join(packages, 'better-sqlite3/package.json'), join(copy, 'package.json'))
  cpSync(join(packages, 'better-sqlite3/prebuilds', binary), join(copy, 'prebuilds', binary))
  damage(join(copy, 'prebuilds', binary))
  const main = JSON.stringify(join(copy, 'lib/index.js'))
  return loading(`import { Module } from 'node:module'
    const resolve = Module._resolveFilename
    Module._resolveFilename = (name, ...rest) => (name === 'better-sqlite3' ? ${main} : resolve(name, ...rest))`)
}

/** What an entry says; it must have ended with code 1 and one sentence in each language. */
function said(t: Test, entry: string, options: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...options, entry], { encoding: 'utf8' })
  t.equal(status, 1, entry)
  t.equal(stdout, '')
  t.equal(stderr.split('\n').length, 3, 'one line in each language, and no stack')
  return stderr
}

const patched = (from: string, to: string) => (file: string) =>
  writeFileSync(file, readFileSync(file, 'latin1').replaceAll(from, to), 'latin1')

const faults: Record<string, { damage: (file: string) => void; sentence: RegExp }> = {
  'a binary that is missing': {
    damage: (file) => rmSync(file),
    sentence:
      /^The package better-sqlite3, or its binary for linux-\w+, is not there\. Run "npm ci --omit=dev".*\n缺少软件包/,
  },
  'half a binary': {
    damage: (file) => truncateSync(file, 500_000),
    sentence: /^The binary \/.*\.node is damaged\. Run .*\n二进制文件 .* 已损坏/,
  },
  'an empty binary': { damage: (file) => truncateSync(file, 0), sentence: /^The binary \/.*\.node is damaged\. Run / },
  'something else in its place': {
    damage: (file) => writeFileSync(file, '<html>'.repeat(1000)),
    sentence: /^The binary \/.*\.node is damaged\. Run /,
  },
  'a binary for another processor': {
    damage: (file) => {
      const bytes = readFileSync(file)
      bytes.writeUInt16LE(others[process.arch] ?? 0, place)
      writeFileSync(file, bytes)
    },
    sentence:
      /^The binary \/.*\.node is for another processor than this machine's \(\w+\)\. Run .*\n.*不适用于本机处理器/,
  },
  'a glibc that is too old': {
    damage: patched('GLIBC_2.34', 'GLIBC_2.94'),
    sentence:
      /^better-sqlite3 needs glibc 2\.34 .* this system has no GLIBC_2\.94\. Run the image.*\n.*本系统没有 GLIBC_2\.94。/,
  },
  'a libstdc++ that is too old': {
    damage: patched('GLIBCXX_3.4.29', 'GLIBCXX_3.4.99'),
    sentence: /^better-sqlite3 needs glibc 2\.34 .* this system has no GLIBCXX_3\.4\.99\. Run the image/,
  },
  'a library that is not there': {
    damage: patched('libm.so.6', 'libm.so.9'),
    sentence: /^The binary of better-sqlite3 cannot be loaded \(libm\.so\.9: cannot open.*\)\. Run .*\n无法加载/,
  },
}

t.test('every entry says in a sentence what is wrong with the machine', async (t) => {
  const service = join(root, 'src/main.js')
  const commands = join(root, 'src/qingdan.js')
  const bundle = bundled(t, join(t.testdir({}), 'bundle'))
  for (const [name, { damage, sentence }] of Object.entries(faults))
    t.test(name, async (t) => {
      const options = damagedPackage(t, damage)
      for (const entry of [service, commands, bundle]) t.match(said(t, entry, options), sentence)
    })

  t.test('a Node that is too old', async (t) => {
    const old = "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.19.4' } })"
    for (const entry of [service, commands, bundle])
      t.match(
        said(t, entry, loading(old)),
        /^Qingdan runs on Node 24 or newer; this is Node 20\.19\.4\. .*"npm start".*\n清单需要 Node 24 .*\n$/,
      )
  })

  t.test('on another system than Linux, whose binaries have another form, they are loaded as they are', async (t) => {
    const options = loading("Object.defineProperty(process, 'platform', { value: 'freebsd' })")
    t.match(said(t, commands, options), /^The package better-sqlite3, or its binary for freebsd-\w+, is not there/)
  })
})

t.test('what the sentence and the manuals say of libraries is what the binaries need', async (t) => {
  const newest = (text: string, name: string) =>
    [...text.matchAll(new RegExp(`${name}_([\\d.]+)`, 'g'))]
      .map(([, version = '']) => version)
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      .at(-1)
  for (const name of ['linux-x64.node', 'linux-arm64.node']) {
    const text = readFileSync(join(packages, 'better-sqlite3/prebuilds', name), 'latin1')
    // GLIBCXX_3.4.29 came with GCC 11: https://gcc.gnu.org/onlinedocs/libstdc++/manual/abi.html
    t.same([newest(text, 'GLIBC'), newest(text, 'GLIBCXX')], ['2.34', '3.4.29'], name)
  }
})

t.test('a project without packages says so through every command, too', async (t) => {
  const program = projectCopy(t)
  rmSync(join(program, 'node_modules'))
  for (const entry of ['src/main.js', 'src/qingdan.js', 'scripts/start.js'])
    t.match(said(t, join(program, entry), []), /^The package better-sqlite3, or its binary/)
})

t.test('what makes the bundle says in a sentence that it cannot be used', async (t) => {
  const folder = t.testdir({ esbuild: '\x7fELF' })
  const env = { ...process.env, ESBUILD_BINARY_PATH: join(folder, 'esbuild') }
  const run = (file: string, ...args: string[]) =>
    spawnSync(process.execPath, [file, ...args], { env, encoding: 'utf8' })
  const sentence =
    /^esbuild, which makes what is served, cannot be used here \(.*\)\.\nRun "npm ci --omit=dev".*\n无法使用 esbuild.*\n$/
  t.match(run(join(root, 'scripts/bundle.ts'), join(folder, 'bundle')), { status: 1, stderr: sentence })
  t.match(run(join(projectCopy(t), 'scripts/start.js')), { status: 1, stdout: '', stderr: sentence })
})

t.test('Node of the system is told apart in package.json, guard and manuals in the same way', async (t) => {
  const { engines, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const installing = /^>=(\d+)$/.exec(engines.node)?.[1]
  const running = dependencies.node.split('.')[0]
  for (const file of [
    'README.md',
    'README.zh-CN.md',
    'docs/operations.md',
    'docs/operations.zh-CN.md',
    'src/preflight.js',
  ]) {
    const text = readFileSync(join(root, file), 'utf8')
    t.match(text, `Node ${installing} `, file)
    t.match(text, `Node ${running}`, file)
  }
  const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8')
  t.match(dockerfile, `NODE_IMAGE=node:${running}-`)
})

t.test('the command stands under the name that package.json gives it', async (t) => {
  const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const folder = t.testdir({})
  symlinkSync(join(root, bin.qingdan), join(folder, 'qingdan'))
  const { status, stdout } = spawnSync(join(folder, 'qingdan'), ['--help', '--lang', 'en'], { encoding: 'utf8' })
  t.equal(status, 0)
  t.match(stdout, /^Usage: qingdan/)
})
