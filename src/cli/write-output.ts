import { createWriteStream, realpathSync } from 'node:fs'
import { basename, extname, resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { Refusal } from '../documents/message.ts'
import { replaceByDraft } from '../files/replace-file.ts'
import { cannotWrite, sameFile, wrongOutput } from './check-words.ts'
import { FAILED } from './command-words.ts'
import { told } from './run-command.ts'
import { EXIT, type ExitCode, type Terminal } from './terminal.ts'

/** The extension of the file to write. @throws Refusal where it is none of the known ones or the file is one that is read. */
export function outputKind<Kind extends string>(
  output: string,
  known: readonly Kind[],
  inputs: readonly string[],
): Kind {
  const extension = extname(output).slice(1).toLowerCase()
  const kind = known.find((one) => one === extension)
  if (!kind) throw new Refusal(wrongOutput(known.map((one) => `.${one}`)))
  if (inputs.some((input) => real(input) === real(output))) throw new Refusal(sameFile())
  return kind
}

function real(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    // It does not exist yet, so no other name can lead to it.
    return resolve(path)
  }
}

/** Writes a file whole or not at all. What the file system refuses is told in a sentence. @throws Refusal for unusable input. */
export async function writeOutput(output: string, write: (out: Writable) => Promise<void>): Promise<void> {
  try {
    await replaceByDraft(output, (draft) => write(createWriteStream(draft)))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (error instanceof Refusal || code === undefined || !('syscall' in (error as object))) throw error
    throw new Unwritten(cannotWrite(basename(output), code))
  }
}

/** The machine, not the input, is why nothing was written. */
class Unwritten extends Refusal {}

/** Runs a command that checks tables and tells why, should it not come to its end. */
export async function checking(terminal: Terminal, check: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await check()
  } catch (error) {
    const fault = told(error, terminal.language)
    terminal.error(fault ?? FAILED((error as Error).message)[terminal.language])
    // 1 would mean that something prohibited was found.
    return fault === undefined || error instanceof Unwritten ? EXIT.broken : EXIT.refused
  }
}
