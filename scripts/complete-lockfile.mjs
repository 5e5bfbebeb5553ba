// Adds to package-lock.json the optional platform packages that the lock names but does not hold.
// A registry mirror that carries only this machine's platform leaves the others out when the lock is written,
// and `npm ci` then refuses the lock as out of step with itself. Run it after every `npm install` that changes the lock.
import { readFileSync, writeFileSync } from 'node:fs'

const path = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(path, 'utf8'))
const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const processors = ['arm64', 'arm', 'ia32', 'x64', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x']

/** The first name in `known` that is a whole word of the package's name, or undefined (wasm builds have neither). */
const word = (name, known) => known.find((one) => name.split(/[/@-]/).includes(one))

/** Where npm looks for `dependency` when `owner` asks for it: beside the owner first, then at every level above. */
function held(owner, dependency) {
  for (let base = owner; ; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    const place = base === '' ? `node_modules/${dependency}` : `${base}/node_modules/${dependency}`
    if (lock.packages[place]) return lock.packages[place].version
    if (base === '') return undefined
  }
}

for (const [owner, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (!/^\d/.test(version) || held(owner, name) === version) continue
    const top = `node_modules/${name}`
    const place = lock.packages[top] && lock.packages[top].version !== version ? `${owner}/${top}` : top
    const os = word(name, systems)
    const cpu = word(name, processors)
    lock.packages[place] = {
      version,
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
      ...(os ? { os: [os] } : {}),
      ...(cpu ? { cpu: [cpu] } : {}),
    }
  }
}
const order = (a, b) => (a < b ? -1 : 1)
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => order(a, b)))
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
