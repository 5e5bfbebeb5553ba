// Puts the serving process and what it imports into a few files that load faster and take less memory than hundreds of
// modules whose types Node has to strip, and so the command line. Everything else (pages, migrations) is read from src/ as ever.
// node scripts/bundle.ts FOLDER, which lies within the project
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import type { BuildOptions, OutputFile, Plugin } from 'esbuild'
import { programHash } from '../src/catalogue/program-hash.ts'
import { replaceFile } from '../src/files/replace-file.ts'

const root = join(import.meta.dirname, '..')
const out = resolve(root, process.argv[2] as string)

const release = programHash().slice(0, 8)

/** Writes the release where the sources have a word in its place. */
const ownRelease: Plugin = {
  name: 'own-release',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]http[\\/]answers[\\/]release\.ts$/ }, ({ path }) => {
      const contents = readFileSync(path, 'utf8').replace("'source'", JSON.stringify(release))
      return { contents, loader: 'ts' }
    })
  },
}

/**
 * A module finds the files beside it from its own place in src/, also when it has become a part of a file in dist/. What runs as another
 * process is bundled by itself, and found beside the bundle.
 * @param bundles files of the bundle, by what the sources call them
 */
const ownPlace = (bundles: Readonly<Record<string, string>> = {}): Plugin => ({
  name: 'own-place',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      const place = (of: string) => JSON.stringify(relative(out, of).replaceAll('\\', '/'))
      const contents = readFileSync(path, 'utf8')
        .replaceAll(
          /new URL\('\.\/([\w-]+-worker)\.ts', import\.meta\.url\)/g,
          (_, name: string) => `new URL('./${bundles[name]}', bundleAddress)`,
        )
        .replaceAll('import.meta.dirname', `placeInSource(${place(dirname(path))})`)
        .replaceAll('import.meta.url', `new URL(${place(path)}, import.meta.url).href`)
      return { contents, loader: 'ts' }
    })
  },
})

/** Packages in CommonJS expect the first three. The names must not be those of anything in the bundle. */
const banner = `import { createRequire as bundleRequire } from 'node:module'
import { fileURLToPath as bundlePath } from 'node:url'
const require = bundleRequire(import.meta.url)
const __filename = bundlePath(import.meta.url)
const __dirname = bundlePath(new URL('.', import.meta.url))
const bundleAddress = import.meta.url
const placeInSource = (path) => bundlePath(new URL(path, import.meta.url))`

/** esbuild has a binary of its own for each system and processor: it is tried before anything rests on it. */
async function usableEsbuild() {
  try {
    const esbuild = await import('esbuild')
    await esbuild.transform('')
    return esbuild
  } catch (error) {
    const [why] = (error as Error).message.split('\n')
    process.stderr.write(`esbuild, which makes what is served, cannot be used here (${why}).
Run "npm ci --omit=dev" on a machine of the same system and processor, and copy the whole folder.
无法使用 esbuild（由它生成所运行的程序）。请在系统和处理器相同的机器上执行 npm ci --omit=dev，再把整个文件夹复制过来。
`)
    return process.exit(1)
  }
}

const options = {
  absWorkingDir: root,
  outdir: out,
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  minifyWhitespace: true,
  minifySyntax: true,
  // A binary, and a package that serves files from its own folder.
  external: ['better-sqlite3', '@fastify/swagger-ui'],
  banner: { js: banner },
  logLevel: 'warning',
  write: false,
} satisfies BuildOptions & { write: false }

const { build } = await usableEsbuild()

/** The processes that read what was sent and that build the data, by the names of their sources. */
const workers = await build({
  ...options,
  entryPoints: ['src/pages/many/read-worker.ts', 'src/catalogue/build-worker.ts'],
  entryNames: '[name]-[hash]',
  plugins: [ownPlace()],
})
const workerFiles = Object.fromEntries(
  workers.outputFiles
    .map(({ path }) => basename(path))
    .map((file) => [/^(\w+-worker)-\w+\.js$/.exec(file)?.[1], file] as const)
    .filter(([name]) => name !== undefined),
)
const programs = await build({
  ...options,
  entryPoints: [
    { in: 'src/main.js', out: 'main' },
    // Named after the release, so that src/qingdan.js never finds that of another one.
    { in: 'src/cli/qingdan.ts', out: `qingdan-${release}` },
  ],
  plugins: [ownRelease, ownPlace(workerFiles)],
})

/** Puts a file in its place in one step; one that is there already stays untouched. */
async function put({ path, text }: OutputFile): Promise<void> {
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) await replaceFile(path, text)
}

// Other processes may be serving from this folder, and load what they need on demand. All files but the first are named after what
// is in them, so that those of two releases lie side by side; what is started is put last, when all that it imports is there. Nothing is
// removed: nobody knows which release a process that runs was started from.
mkdirSync(out, { recursive: true })
const started = (path: string) => Number(/^(?:main|qingdan-\w+)\.js$/.test(basename(path)))
for (const file of [...workers.outputFiles, ...programs.outputFiles].sort((a, b) => started(a.path) - started(b.path)))
  await put(file)
