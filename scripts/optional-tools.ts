import { spawnSync } from 'node:child_process'
import { accessSync, constants, mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

/** Something that a test needs and npm does not bring along. Where it is not there, the test is skipped and the end of the run tells. */
interface OptionalTool {
  readonly available: () => boolean
  /** What remains unproven without it. */
  readonly proves: string
  /** How to have it. */
  readonly get: string
  /** Debian's packages with it. */
  readonly packages: readonly string[]
  /** The test files that need it. */
  readonly tests: readonly string[]
}

function onPath(program: string): boolean {
  const { PATH = '' } = process.env
  return PATH.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/** Tried, since no user or setting of a container tells it for sure. */
function mountsDisks(): boolean {
  const disk = mkdtempSync(join(tmpdir(), 'qingdan-mount-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=32k', 'tmpfs', disk]).status === 0
  if (mounted) spawnSync('umount', [disk])
  rmdirSync(disk)
  return mounted
}

const installed = (packages: string) => `apt-get install ${packages}, or what has it on other systems`

export const optionalTools = {
  nginx: {
    available: () => onPath('nginx'),
    proves: 'no request is lost behind nginx while replicas die, stop and take new data',
    get: installed('nginx-light'),
    packages: ['nginx-light'],
    tests: ['test/replicas/behind-nginx.test.ts'],
  },
  jdk: {
    available: () => onPath('javac') && onPath('java'),
    proves: 'the Java example compiles and asks',
    get: installed('default-jdk-headless'),
    packages: ['default-jdk-headless'],
    tests: ['test/examples/java.test.ts'],
  },
  curl: {
    available: () => onPath('curl') && onPath('sh'),
    proves: 'the shell example asks with curl',
    get: installed('curl'),
    packages: ['curl'],
    tests: ['test/examples/curl.test.ts'],
  },
  script: {
    available: () => onPath('script') && onPath('sh'),
    proves: 'a person on a real terminal is greeted',
    get: installed('bsdutils'),
    packages: ['bsdutils'],
    tests: ['test/real-terminal.test.ts'],
  },
  soffice: {
    available: () => onPath('soffice'),
    proves: 'LibreOffice makes of .doc, .xls, .rtf, .odt and .ods what is read',
    get: installed('libreoffice-writer-nogui libreoffice-calc-nogui'),
    packages: ['libreoffice-writer-nogui', 'libreoffice-calc-nogui'],
    tests: ['test/documents/old/with-libreoffice.test.ts'],
  },
  mount: {
    available: mountsDisks,
    proves: 'a start on a full disk says so, and decisions that find no room cost no answer',
    get: 'run the tests as root where root may mount',
    packages: [],
    tests: ['test/full-disk.test.ts'],
  },
} as const satisfies Readonly<Record<string, OptionalTool>>

/** The option of a test that needs this tool: whether it is skipped, and why. */
export function without(name: keyof typeof optionalTools): { readonly skip: false | string } {
  const { available, proves } = optionalTools[name]
  return { skip: available() ? false : `SKIPPED without ${name}: not proven that ${proves}` }
}

/** What this machine has no tool for. */
export const untried = (): [name: string, tool: OptionalTool][] =>
  Object.entries(optionalTools).filter(([, { available }]) => !available())
