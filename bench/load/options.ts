import { parseArgs } from 'node:util'

const every = {
  only: { type: 'string' },
  subjects: { type: 'string' },
  seconds: { type: 'string', default: '5' },
  rounds: { type: 'string', default: '3' },
  connections: { type: 'string', default: '32' },
  soak: { type: 'string', default: '60' },
  names: { type: 'string', default: '1000000' },
  sizes: { type: 'string', default: '100,10000,1000000' },
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
    return parseArgs({ args: [...args], options: every, tokens: true })
  } catch (error) {
    return stop((error as Error).message)
  }
}

/** The command line of the benchmarks, of which one may know but some options. Ends the process, and says why, where it is wrong. */
export function readOptions(args: readonly string[], known: readonly string[] = Object.keys(every)) {
  const { values, tokens } = parse(args)
  for (const token of tokens)
    if (token.kind === 'option' && !known.includes(token.name))
      stop(`There is no --${token.name} here; there is --${known.join(', --')}`)
  const number = (name: 'seconds' | 'rounds' | 'connections' | 'soak' | 'names') => whole(`--${name}`, values[name])
  const chosen = (name: 'only' | 'subjects') => {
    const wanted = values[name]?.split(',')
    return (id: string) => wanted === undefined || wanted.includes(id)
  }
  return {
    case: chosen('only'),
    subject: chosen('subjects'),
    seconds: number('seconds'),
    rounds: number('rounds'),
    connections: number('connections'),
    soak: number('soak'),
    names: number('names'),
    sizes: values.sizes.split(',').map((size) => whole('--sizes', size)),
    out: values.out,
    /** Ends the process, and says why, where something is to be measured that is not there. */
    stopWhereUnknown(name: 'only' | 'subjects', known: readonly string[]): void {
      const unknown = values[name]?.split(',').filter((id) => !known.includes(id)) ?? []
      if (unknown.length > 0) stop(`--${name}: there is no ${unknown.join(', ')}; there is ${known.join(', ')}`)
    },
    say: (line: string) => void process.stderr.write(`${line}\n`),
  }
}
