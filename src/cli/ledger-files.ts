import { basename } from 'node:path'
import { Type } from 'typebox'
import { Check } from 'typebox/value'
import { type Judge, judgeIn } from '../checks/judge.ts'
import { type Certificate, ledgerOf, type Task } from '../checks/ledger/ledger.ts'
import { papersOf } from '../checks/materials/row-papers.ts'
import { cellName } from '../checks/written-name.ts'
import { aboutFile, Refusal } from '../documents/message.ts'
import { openTableFile } from '../documents/open-table-file.ts'
import { cellAt, shownAt, type TableRow } from '../documents/table-file.ts'
import type { Language } from '../lists/terms.ts'
import { boardsPart, certificatesPart, tasksPart } from '../reports/ledger-parts.ts'
import { words as ledgerWords } from '../reports/ledger-words.ts'
import { type Carried, standings } from '../reports/previous/carry-over.ts'
import { type PreviousRow, previousRows } from '../reports/previous/previous-row.ts'
import { writeLedger } from '../reports/write-ledger.ts'
import { isVisibleText, written } from '../rulings/question.ts'
import { hiddenLeft, longLedger, noLedger, wrongVillage } from './check-words.ts'
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
  readonly previous?: string
}

const Village = Type.String(written)

export async function ledgerOfFiles(
  paths: readonly [string, string, string],
  flags: Flags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { output, village } = flags
  outputKind(output, ['xlsx'], [...paths, ...(flags.previous === undefined ? [] : [flags.previous])])
  if (village !== undefined && !(Check(Village, village) && isVisibleText(village))) throw new Refusal(wrongVillage())
  const setting = await settingOf(flags, terminal)
  const judge = judgeIn(setting)
  const [tasks, boards, certificates] = [
    await named(paths[0], (path) => readTasks(path, terminal)),
    await named(paths[1], (path) => readBoards(path, {}, terminal)),
    await named(paths[2], (path) => readCertificates(path, terminal, judge)),
  ]
  const found = ledgerOf(setting, { ...(village === undefined ? {} : { village }), tasks, boards, certificates })
  const previous =
    flags.previous === undefined ? undefined : await named(flags.previous, (path) => readPrevious(path, terminal))
  let carried: Carried | undefined
  await writeOutput(output, async (out) => {
    carried = await writeLedger(found, setting, out, previous)
  })
  const { language } = setting
  for (const part of [
    tasksPart(found, '', setting),
    boardsPart(found.boards, '', setting),
    certificatesPart(found, '', setting),
  ]) {
    terminal.out(`${part.name}${language === 'zh' ? '：' : ': '}${part.counts}\n`)
  }
  if (carried) terminal.out(carriedLine(carried, language))
  const { counts } = found
  const no =
    counts.tasks.prohibited + counts.tasks.not_listed + counts.certificates.prohibited + counts.certificates.not_listed
  return no + counts.boards.take_down + counts.boards.move > 0 ? EXIT.found : EXIT.ok
}

/** A village has some hundred rows. What is read is held, so it has an end. */
const mostRows = 20_000

async function readPrevious(path: string, { error: tell, language }: Terminal): Promise<PreviousRow[]> {
  const file = await openTableFile(path)
  const rows = await previousRows(file, mostRows)
  if (rows === 'too many') throw new Refusal(longLedger(mostRows))
  if (rows.every(({ part }) => part === undefined)) throw new Refusal(noLedger())
  const { hidden = [] } = file
  if (hidden.length > 0) tell(hiddenLeft(hidden)[language])
  return rows
}

function carriedLine({ counts, kept }: Carried, language: Language): string {
  const zh = language === 'zh'
  const named = standings.map((one) => [ledgerWords[one][language], counts[one]] as const)
  const all = [...named, [ledgerWords.kept[language], kept.length] as const]
  const shown = all.filter(([, count]) => count > 0).map(([name, count]) => `${name} ${count}`)
  return `${zh ? '与上期相比：' : 'Beside the ledger before: '}${shown.join(zh ? '；' : '; ')}\n`
}

/** Reads one of the files and says which, should it not be usable. */
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
