import { DataError } from '../catalogue/data-error.ts'
import { ConfigError } from '../config.ts'
import { Refusal } from '../intake/refusal.ts'
import { EXIT, type ExitCode, type Terminal } from './terminal.ts'
import { FAILED } from './words.ts'

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
    if (error instanceof Refusal) tell(error.said[language])
    else if (error instanceof DataError || error instanceof ConfigError) tell(error.message)
    else if (error instanceof TypeError) throw error
    else {
      tell(FAILED((error as Error).message)[language])
      return done(EXIT.failed)
    }
    done(EXIT.refused)
  }
}
