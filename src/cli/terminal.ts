import type { Language } from '../lists/terms.ts'

/** --lang decides, else the machine's locale; Chinese unless either says English. */
export function languageOf(args: readonly string[], env: NodeJS.ProcessEnv): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const stated = at < 0 ? undefined : args[at]?.includes('=') ? args[at].slice('--lang='.length) : args[at + 1]
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return /^en\b|^en_/i.test(stated ?? locale) ? 'en' : 'zh'
}

/** Where a command writes. `width` is absent where nobody watches: then lines are as long as they are. */
export interface Terminal {
  readonly language: Language
  /** Variables from which the commands take what no option says. */
  readonly environment: NodeJS.ProcessEnv
  /** What was typed behind the name of the program. */
  readonly args: readonly string[]
  readonly width?: number | undefined
  out(text: string): void
  error(text: string): void
  /** Writes over the line it wrote before; absent where the error stream is no terminal. */
  redraw?(text: string): void
}

/** Lets a stream that is a terminal be written over; any other gives nothing. */
export const redrawing = (stream: Pick<NodeJS.WriteStream, 'write'> & { isTTY?: boolean }): Pick<Terminal, 'redraw'> =>
  stream.isTTY ? { redraw: (text) => void stream.write(`\r\u001b[2K${text}`) } : {}

/**
 * Exit codes: nothing was written because of what was asked or given (2), or because the machine failed (1).
 * Checks of tables end with 1 where something prohibited was found, so that they can stand in a pipeline; there a failing machine is 3.
 */
export const EXIT = { ok: 0, failed: 1, refused: 2, found: 1, broken: 3 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
