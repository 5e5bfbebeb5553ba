import { FAILED } from './command-words.ts'
import { told } from './sentence-of-error.ts'
import { EXIT, type ExitCode, type Terminal } from './terminal.ts'

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
