import { ConfigError } from '../config/config-values.ts'
import { Refusal } from '../documents/message.ts'
import { AnnexError } from '../intake/annex-error.ts'
import { DataError } from '../lists/data-set.ts'
import type { Language } from '../lists/terms.ts'
import { FAILED } from './command-words.ts'
import { EXIT, type ExitCode, type Terminal } from './terminal.ts'

/** What to tell of an error that lies in what was asked or given; undefined for any other. */
export function told(error: unknown, language: Language): string | undefined {
  if (error instanceof Refusal || error instanceof AnnexError) return error.said[language]
  return error instanceof DataError || error instanceof ConfigError ? error.message : undefined
}

/**
 * Runs a command's work. What is wrong with the input is told in a sentence (2), what the machine refuses too (1).
 * @throws what is wrong with the program itself, for its stack is wanted.
 */
export async function attempt(
  { language, error: tell }: Terminal,
  done: (code: ExitCode) => void,
  work: () => Promise<ExitCode>,
): Promise<void> {
  try {
    done(await work())
  } catch (error) {
    if (error instanceof TypeError) throw error
    const fault = told(error, language)
    tell(fault ?? FAILED((error as Error).message)[language])
    done(fault === undefined ? EXIT.failed : EXIT.refused)
  }
}
