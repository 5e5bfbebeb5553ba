import { say } from '../../intake/said.ts'
import { mostCharacters } from './table-file.ts'

/** Sentences about files that are read as tables: what is wrong, what to do. */

export const noTable = (name: string) =>
  say(
    'no-table',
    `“${name}”不是 .xlsx 或 .csv 文件；请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。`,
    `"${name}" is no .xlsx or .csv file; open it in Excel or WPS and save it as .xlsx.`,
  )

export const longCell = (row: number) =>
  say(
    'long-cell',
    `第 ${row} 行有一格超过 ${mostCharacters} 个字符，Excel 中没有这样的格子；不予读取。请检查引号和换行。`,
    `A cell of row ${row} holds more than ${mostCharacters} characters, which Excel does not allow, and is not read. Check quotes and line breaks.`,
  )
