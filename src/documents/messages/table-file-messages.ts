import { say } from '../message.ts'

/** Sentences about files that are read as tables: what is wrong, what to do. */

export const noTable = (name: string) =>
  say(
    'no-table',
    `“${name}”不是 .xlsx、.csv 或 .txt 文件；请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。`,
    `"${name}" is no .xlsx, .csv or .txt file; open it in Excel or WPS and save it as .xlsx.`,
  )
