import { Refusal } from '../documents/message.ts'
import { notWritten } from '../documents/messages/store-messages.ts'
import type { ListFile } from '../lists/list.ts'
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

/** A list that was read from an annex, and where it goes. */
interface ListRead {
  readonly path: string
  readonly list: ListFile
  /** Nothing would change. */
  readonly upToDate: boolean
  readonly dryRun: boolean
}

/** Writes a list that was read, and says so; or that nothing is written, and why. @throws Refusal as `writing` does. */
export async function writeRead(
  terminal: Terminal,
  { path, list, upToDate, dryRun }: ListRead,
  write: () => Promise<void>,
): Promise<ExitCode> {
  const say = (zh: string, en: string) => terminal.out(`${terminal.language === 'zh' ? zh : en}\n`)
  if (upToDate) say(`${path} 已是这份文件的内容，未写入。`, `${path} already holds this file; nothing is written.`)
  else if (dryRun) say(`预览：${path} 未写入。`, `Dry run: ${path} is not written.`)
  else {
    const code = await writing(terminal, path, write)
    if (code !== EXIT.ok) return code
    say(`已写入 ${path}（${list.items.length} 项）。`, `Wrote ${path} (${list.items.length} items).`)
  }
  return EXIT.ok
}
