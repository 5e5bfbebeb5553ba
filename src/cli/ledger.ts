import { basename } from 'node:path'
import type { Command } from 'commander'
import type { Columns, Role } from '../checks/columns.ts'
import { type Certificate, ledgerOf, type Task } from '../checks/ledger/ledger.ts'
import { namedIssuer } from '../checks/materials/named-issuer.ts'
import { splitMaterials } from '../checks/materials/split.ts'
import { cellName } from '../checks/written-name.ts'
import { aboutFile, Refusal } from '../intake/refusal.ts'
import { boardsPart, certificatesPart, tasksPart } from '../reports/ledger-parts.ts'
import { writeLedger } from '../reports/write-ledger.ts'
import { cellAt, type TableRow } from '../tables/read/table-file.ts'
import { checkWords, noRows } from './check-words.ts'
import { findTable } from './find-table.ts'
import { type SettingFlags, settingOf, settingOptions } from './setting.ts'
import { readBoards } from './survey.ts'
import { EXIT, type ExitCode, type Terminal } from './terminal.ts'
import { checking, outputKind, writeOutput } from './write-output.ts'

interface Flags extends SettingFlags {
  readonly output: string
  readonly village?: string
}

/** qingdan ledger <tasks> <boards> <materials> -o <file> */
export function ledgerCommand(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  const words = (key: keyof typeof checkWords) => checkWords[key][terminal.language]
  const command = program
    .command('ledger')
    .description(words('ledger'))
    .argument('<tasks>', words('tasks'))
    .argument('<boards>', words('boards'))
    .argument('<materials>', words('materials'))
    .requiredOption('-o, --output <FILE>', words('workbook'))
    .option('--village <NAME>', words('village'))
  settingOptions(command, terminal).action(async (tasks: string, boards: string, materials: string, flags: Flags) => {
    done(await checking(terminal, () => ledger([tasks, boards, materials], flags, terminal)))
  })
}

async function ledger(paths: readonly [string, string, string], flags: Flags, terminal: Terminal): Promise<ExitCode> {
  const { output, village } = flags
  outputKind(output, ['xlsx'], paths)
  const [tasks, boards, certificates] = [
    await named(paths[0], readTasks),
    await named(paths[1], (path) => readBoards(path, {})),
    await named(paths[2], readCertificates),
  ]
  const setting = await settingOf(flags, terminal)
  const found = ledgerOf(setting, { ...(village === undefined ? {} : { village }), tasks, boards, certificates })
  await writeOutput(output, (out) => writeLedger(found, setting, out))
  const { language } = setting
  for (const part of [
    tasksPart(found, '', language),
    boardsPart(found.boards, '', language),
    certificatesPart(found, '', language),
  ]) {
    terminal.out(`${part.name}${language === 'zh' ? '：' : ': '}${part.counts}\n`)
  }
  const { counts } = found
  const no =
    counts.tasks.prohibited + counts.tasks.not_listed + counts.certificates.prohibited + counts.certificates.not_listed
  return no + counts.boards.take_down + counts.boards.move > 0 ? EXIT.found : EXIT.ok
}

/** Reads one of the three files and says which, should it not be usable. */
async function named<Read>(path: string, read: (path: string) => Promise<Read>): Promise<Read> {
  try {
    return await read(path)
  } catch (error) {
    throw aboutFile(basename(path), error)
  }
}

const readTasks = (path: string): Promise<Task[]> =>
  read(path, 'task', ['department'], (row, columns) => {
    const name = cellName(cellAt(row, columns.task))
    if (name.state !== 'name') return []
    return [{ name: name.name, department: written(row, columns.department) }]
  })

const readCertificates = (path: string): Promise<Certificate[]> =>
  read(path, 'material', ['issuer', 'channel', 'service', 'department'], (row, columns) => {
    const issuer = namedIssuer(cellAt(row, columns.issuer), cellAt(row, columns.channel))
    const service = written(row, columns.service)
    const department = written(row, columns.department)
    return splitMaterials(cellAt(row, columns.material)).flatMap((part) => {
      const name = cellName(part)
      if (name.state !== 'name') return []
      const about = {
        ...(issuer ? { issuer } : {}),
        ...(service ? { service } : {}),
        ...(department ? { department } : {}),
      }
      return [{ name: name.name, ...about }]
    })
  })

const written = (row: TableRow, column: number | undefined) => cellAt(row, column).replace(/\s+/gu, ' ').trim()

/** Reads the rows of a file that name something. @throws Refusal where none does. */
async function read<One>(
  path: string,
  needed: Role,
  others: readonly Role[],
  ofRow: (row: TableRow, columns: Columns) => One[],
): Promise<One[]> {
  const { sheet, header, columns } = await findTable(path, { needed, others })
  const found: One[] = []
  for await (const rows of sheet.rows()) {
    for (const row of rows) if (row.no > header.no) found.push(...ofRow(row, columns))
  }
  if (found.length === 0) throw new Refusal(noRows(sheet.name))
  return found
}
