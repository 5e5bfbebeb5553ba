import type { Writable } from 'node:stream'
import type { Survey } from '../checks/boards/survey.ts'
import type { Setting } from '../checks/judge.ts'
import type { Ledger } from '../checks/ledger/ledger.ts'
import { boardsPart, certificatesPart, tasksPart } from './ledger-parts.ts'
import { ledgerSheet } from './ledger-sheet.ts'
import { words } from './ledger-words.ts'
import { writeWorkbook } from './workbook/write-workbook.ts'

/** Writes a village's ledger: one workbook of three sheets, ready to file. */
export async function writeLedger(ledger: Ledger, setting: Setting, out: Writable): Promise<void> {
  const { language, on } = setting
  const separator = language === 'zh' ? '' : ' '
  const title = `${ledger.village ?? ''}${ledger.village ? separator : ''}${words.title[language]}`
  const titled = (key: 'tasks' | 'boards' | 'certificates') =>
    language === 'zh' ? `${title}（${words[key].zh}）` : `${title}: ${words[key].en}`
  const parts = [
    tasksPart(ledger, titled('tasks'), setting),
    boardsPart(ledger.boards, titled('boards'), setting),
    certificatesPart(ledger, titled('certificates'), setting),
  ]
  await writeWorkbook({ title, day: on, sheets: parts.map((part) => ledgerSheet(part, ledger.place, setting)) }, out)
}

/** Writes a survey of boards as a workbook of one sheet. */
export async function writeSurvey(survey: Survey, place: string, setting: Setting, out: Writable): Promise<void> {
  const title = words.surveyTitle[setting.language]
  const part = boardsPart(survey, title, setting)
  await writeWorkbook({ title, day: setting.on, sheets: [ledgerSheet(part, place, setting)] }, out)
}
