import { say } from '../message.ts'

/** Sentences about files that are read as tables: what is wrong, what to do. */

export const noTable = (name: string) =>
  say(
    'no-table',
    `“${name}”不是 .xlsx 或 .csv 文件；请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。`,
    `"${name}" is no .xlsx or .csv file; open it in Excel or WPS and save it as .xlsx.`,
  )
