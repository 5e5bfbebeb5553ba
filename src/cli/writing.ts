import { Refusal } from '../documents/message.ts'
import { notWritten } from '../documents/messages/store-messages.ts'
import { EXIT, type ExitCode, type Terminal } from './terminal.ts'

/** Writes a file of the data; what the disk refuses is told. @throws Refusal where somebody else has changed it meanwhile. */
export async function writing(terminal: Terminal, path: string, write: () => Promise<void>): Promise<ExitCode> {
  try {
    await write()
    return EXIT.ok
  } catch (error) {
    if (error instanceof Refusal) throw error
    terminal.error(notWritten(path, String((error as NodeJS.ErrnoException).code))[terminal.language])
    return EXIT.failed
  }
}
