import { parseArgs } from 'node:util'

const every = {
  only: { type: 'string' },
  seconds: { type: 'string', default: '5' },
  rounds: { type: 'string', default: '3' },
  connections: { type: 'string', default: '32' },
  soak: { type: 'string', default: '60' },
  items: { type: 'string', default: '1000000' },
  out: { type: 'string' },
} as const

/** Ends the process and says why. */
export function stop(why: string): never {
  process.stderr.write(`${why}\n`)
  process.exit(2)
}

/** A number of things. Ends the process, and says why, where it is none. */
export function whole(what: string, written: string): number {
  const value = Number(written)
  return Number.isInteger(value) && value >= 1 ? value : stop(`${what} must be a whole number above 0`)
}

/** The one argument that a benchmark without options may have. Ends the process, and says how it is called, where there is more. */
export function readArgument([argument, ...more]: readonly string[], call: string): string | undefined {
  if (more.length > 0 || argument?.startsWith('-')) stop(`It is called as ${call}`)
  return argument
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: every }).values
  } catch (error) {
    return stop((error as Error).message)
  }
}

/** The command line of the benchmark, which can measure these parts. Ends the process, and says why, where it is wrong. */
export function readOptions(args: readonly string[], parts: readonly string[]) {
  const values = parse(args)
  const only = values.only?.split(',') ?? parts
  const unknown = only.filter((part) => !parts.includes(part))
  if (unknown.length > 0) stop(`--only: there is no ${unknown.join(', ')}; there is ${parts.join(', ')}`)
  const number = (name: 'seconds' | 'rounds' | 'connections' | 'soak' | 'items') => whole(`--${name}`, values[name])
  return {
    wanted: (part: string) => only.includes(part),
    seconds: number('seconds'),
    rounds: number('rounds'),
    connections: number('connections'),
    soak: number('soak'),
    items: number('items'),
    out: values.out,
    say: (line: string) => void process.stderr.write(`${line}\n`),
  }
}
