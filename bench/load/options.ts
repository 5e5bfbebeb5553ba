import { parseArgs } from 'node:util'

/** The command line of the benchmarks. */
export function readOptions(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      subjects: { type: 'string' },
      seconds: { type: 'string', default: '5' },
      rounds: { type: 'string', default: '3' },
      connections: { type: 'string', default: '32' },
      soak: { type: 'string', default: '60' },
      names: { type: 'string', default: '1000000' },
      sizes: { type: 'string', default: '100,10000,1000000' },
      out: { type: 'string' },
    },
  })
  const whole = (name: string, written: string) => {
    const value = Number(written)
    if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} must be a whole number above 0`)
    return value
  }
  const number = (name: 'seconds' | 'rounds' | 'connections' | 'soak' | 'names') => whole(name, values[name])
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
    sizes: values.sizes.split(',').map((size) => whole('sizes', size)),
    out: values.out,
    /** Ends the process, and says why, where something is to be measured that is not there. */
    stopWhereUnknown(name: 'only' | 'subjects', known: readonly string[]): void {
      const unknown = values[name]?.split(',').filter((id) => !known.includes(id)) ?? []
      if (unknown.length === 0) return
      process.stderr.write(`--${name}: there is no ${unknown.join(', ')}; there is ${known.join(', ')}\n`)
      process.exit(2)
    },
    say: (line: string) => void process.stderr.write(`${line}\n`),
  }
}
