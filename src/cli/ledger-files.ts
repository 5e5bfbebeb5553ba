import { basename } from 'node:path'
import { Type } from 'typebox'
import { Check } from 'typebox/value'
import { type Judge, judgeIn } from '../checks/judge.ts'
import { type Certificate, ledgerOf, type Task } from '../checks/ledger/ledger.ts'
import { papersOf } from '../checks/materials/row-papers.ts'
import { cellName } from '../checks/written-name.ts'
import { aboutFile, Refusal } from '../documents/message.ts'
import { cellAt, shownAt, type TableRow } from '../documents/table-file.ts'
import { boardsPart, certificatesPart, tasksPart } from '../reports/ledger-parts.ts'
import { writeLedger } from '../reports/write-ledger.ts'
import { isVisibleText, written } from '../rulings/question.ts'
import { wrongVillage } from './check-words.ts'
import { findTable } from './find-table.ts'
import { readRows } from './read-rows.ts'
import { settingOf } from './setting-of.ts'
import type { SettingFlags } from './setting-options.ts'
import { readBoards } from './survey-file.ts'
import { EXIT, type ExitCode, type Terminal } from './terminal.ts'
import { outputKind, writeOutput } from './write-output.ts'

export interface Flags extends SettingFlags {
  readonly output: string
  readonly village?: string
}

const Village = Type.String(written)

export async function ledgerOfFiles(
  paths: readonly [string, string, string],
  flags: Flags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { output, village } = flags
  outputKind(output, ['xlsx'], paths)
  if (village !== undefined && !(Check(Village, village) && isVisibleText(village))) throw new Refusal(wrongVillage())
  const setting = await settingOf(flags, terminal)
  const judge = judgeIn(setting)
  const [tasks, boards, certificates] = [
    await named(paths[0], (path) => readTasks(path, terminal)),
    await named(paths[1], (path) => readBoards(path, {}, terminal)),
    await named(paths[2], (path) => readCertificates(path, terminal, judge)),
  ]
  const found = ledgerOf(setting, { ...(village === undefined ? {} : { village }), tasks, boards, certificates })
  await writeOutput(output, (out) => writeLedger(found, setting, out))
  const { language } = setting
  for (const part of [
    tasksPart(found, '', setting),
    boardsPart(found.boards, '', setting),
    certificatesPart(found, '', setting),
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

async function readTasks(path: string, terminal: Terminal): Promise<Task[]> {
  const found = await findTable(path, { needed: 'task', others: ['department'] })
  return readRows(path, found, terminal, ['task', 'department'], (row, columns) => {
    const name = cellName(cellAt(row, columns.task))
    if (name.state !== 'name') return [name.state]
    return [{ name: name.name, department: shown(row, columns.department) }]
  })
}

/** The papers of each row, cut apart as an audit does. */
async function readCertificates(path: string, terminal: Terminal, judge: Judge): Promise<Certificate[]> {
  const found = await findTable(path, { needed: 'material', others: ['issuer', 'channel', 'service', 'department'] })
  // Who issues a paper may have been read from the channel, and a cell of several papers is cut: both stay as they were written.
  return readRows(path, found, terminal, ['service', 'department'], (row, columns) => {
    const service = shown(row, columns.service)
    const department = shown(row, columns.department)
    const about = { ...(service ? { service } : {}), ...(department ? { department } : {}) }
    return papersOf(row, columns, judge).map(({ material, issuer, unasked }) =>
      unasked === undefined ? { name: material, ...(issuer ? { issuer } : {}), ...about } : unasked,
    )
  })
}

const shown = (row: TableRow, column: number | undefined) => shownAt(row, column).replace(/\s+/gu, ' ').trim()
