import type { Advice } from '../checks/boards/advice.ts'
import type { Board } from '../checks/boards/observed-board.ts'
import { readBoard } from '../checks/boards/read-board.ts'
import { survey } from '../checks/boards/survey.ts'
import { boardRoles } from '../checks/columns-by-role.ts'
import { boardsPart } from '../reports/ledger-parts.ts'
import { words } from '../reports/ledger-words.ts'
import { writeSurvey } from '../reports/write-ledger.ts'
import { placeName } from '../rulings/place-name.ts'
import { unreadSheets } from './check-words.ts'
import { findTable, type Wanted } from './find-table.ts'
import { readRows } from './read-rows.ts'
import { settingOf } from './setting-of.ts'
import type { SettingFlags } from './setting-options.ts'
import { EXIT, type ExitCode, type Terminal } from './terminal.ts'
import { textTable } from './text-table.ts'
import { outputKind, writeOutput } from './write-output.ts'

export interface Flags extends SettingFlags, Pick<Wanted, 'sheet' | 'column'> {
  readonly output?: string
}

export async function surveyFile(path: string, flags: Flags, terminal: Terminal): Promise<ExitCode> {
  const { output } = flags
  const kind = output === undefined ? undefined : outputKind(output, ['xlsx', 'json'], [path])
  const boards = await readBoards(path, flags, terminal)
  const setting = await settingOf(flags, terminal)
  const found = survey(setting, boards)
  const { counts, rows, hints = [] } = boardsPart(found, '', setting)
  const table = (all: typeof rows) =>
    textTable(
      all.map((row) => row.slice(0, 5).map((cell) => (typeof cell === 'object' ? cell.text : String(cell)))),
      48,
    )
  terminal.out(`${table(rows)}\n\n${counts}\n`)
  if (hints.length > 0) terminal.out(`\n${words.hints[setting.language]}\n${table(hints)}\n`)
  if (output !== undefined) {
    const { snapshot, region, on } = setting
    const text = () => `${JSON.stringify({ dataset: { version: snapshot.version }, region, on, ...found }, null, 2)}\n`
    await writeOutput(output, async (out) => {
      if (kind === 'xlsx') await writeSurvey(found, placeName(setting), setting, out)
      else await new Promise<void>((ready, fail) => out.on('error', fail).end(text(), ready))
    })
  }
  const wrong: readonly Advice[] = ['take_down', 'move']
  return wrong.some((advice) => found.counts[advice] > 0) ? EXIT.found : EXIT.ok
}

/** The boards of a file. @throws Refusal where there are none. */
export async function readBoards(
  path: string,
  options: Pick<Wanted, 'sheet' | 'column'>,
  terminal: Terminal,
): Promise<Board[]> {
  const found = await findTable(path, { needed: 'board', others: boardRoles, ...options })
  const { unread = [] } = found
  if (unread.length > 0) terminal.error(unreadSheets(unread)[terminal.language])
  return readRows(path, found, terminal, ['board'], (row, columns) => [readBoard(row, columns)])
}
