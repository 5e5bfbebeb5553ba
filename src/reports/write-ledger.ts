import type { Writable } from 'node:stream'
import type { Survey } from '../checks/boards/survey.ts'
import type { Setting } from '../checks/judge.ts'
import type { Ledger } from '../checks/ledger/ledger.ts'
import { boardsPart, certificatesPart, tasksPart } from './ledger-parts.ts'
import { ledgerSheet, ledgerTable } from './ledger-sheet.ts'
import { type LedgerKey, words } from './ledger-words.ts'
import { type Carried, carryOver } from './previous/carry-over.ts'
import { keptSheet } from './previous/kept-sheet.ts'
import type { Identities } from './previous/match-rows.ts'
import type { PreviousRow } from './previous/previous-row.ts'
import { writeWorkbook } from './workbook/write-workbook.ts'

/** Writes a village's ledger: one workbook of three sheets, ready to file, and what is kept of the ledger before it. */
export async function writeLedger(
  ledger: Ledger,
  setting: Setting,
  out: Writable,
  previous?: readonly PreviousRow[],
): Promise<Carried | undefined> {
  const { language, on } = setting
  const separator = language === 'zh' ? '' : ' '
  const title = `${ledger.village ?? ''}${ledger.village ? separator : ''}${words.title[language]}`
  const titled = (key: LedgerKey) => (language === 'zh' ? `${title}（${words[key].zh}）` : `${title}: ${words[key].en}`)
  const parts = [
    tasksPart(ledger, titled('tasks'), setting),
    boardsPart(ledger.boards, titled('boards'), setting),
    certificatesPart(ledger, titled('certificates'), setting),
  ]
  const tables = parts.map((part) => ledgerTable(part, ledger.village ?? '', setting))
  const identities = Object.fromEntries(parts.map(({ key, identity }) => [key, identity])) as unknown as Identities
  const carried = previous && carryOver(tables, previous, identities, on)
  const sheets = tables.map((table) => ledgerSheet(table, ledger.place, setting, carried))
  if (carried && carried.kept.length > 0) sheets.push(keptSheet(carried, language))
  await writeWorkbook({ title, day: on, sheets }, out)
  return carried
}

/** Writes a survey of boards as a workbook of one sheet. */
export async function writeSurvey(survey: Survey, place: string, setting: Setting, out: Writable): Promise<void> {
  const title = words.surveyTitle[setting.language]
  const table = ledgerTable(boardsPart(survey, title, setting), '', setting)
  await writeWorkbook({ title, day: setting.on, sheets: [ledgerSheet(table, place, setting)] }, out)
}
