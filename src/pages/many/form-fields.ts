import { parse } from 'node:querystring'
import { roles } from '../../checks/columns-by-role.ts'
import { Refusal, type Said, say } from '../../documents/message.ts'
import { tableLimits } from '../../documents/package/file-limits.ts'
import type { TableFile, TableRow } from '../../documents/table-file.ts'
import { Kind } from '../../lists/terms.ts'
import type { SentForm } from './sent-form.ts'
import { roleOf, rolesBeside, type SentTable, sentTable } from './sent-rows.ts'

/** The form of many names as it was filled in. */
export interface ReadForm {
  readonly kind: Kind
  readonly region: string
  readonly on: string | undefined
  readonly format: 'page' | 'xlsx' | 'csv'
  /** What was pasted, to be put into the form again. */
  readonly text: string
  /** Absent where nothing could be read. */
  readonly table?: SentTable
  /** Why nothing is checked; the columns of a table may be for a person to choose. */
  readonly problem?: Said
}

/** Longer texts are not put into the form again: who pasted one has it elsewhere, and nobody corrects it there. In characters. */
const longestText = 400_000

/** A form has six fields, and one for each column that a person chose. */
const mostFields = 20
/** A place among columns, as the form sends it. */
const place = /^\d{1,3}$/

const nothing = say(
  'no-rows',
  '没有要核查的名称。请粘贴，每行一个，或选择文件。',
  'There is no name to check. Paste them, one a line, or choose a file.',
)

/** Reads what the form sent. What it takes grows with what was sent. */
export async function readForm({ encoded, fields, file }: SentForm): Promise<ReadForm> {
  const given = encoded ? parse(Buffer.from(encoded).toString(), '&', '=', { maxKeys: mostFields }) : fields
  const text = (name: string) => {
    const value = given[name]
    return typeof value === 'string' ? value : ''
  }
  const kind = Kind.enum.find((one) => one === text('kind')) ?? 'certificate'
  const format = text('format')
  const pasted = text('text')
  const form: ReadForm = {
    kind,
    region: text('region').trim(),
    on: text('on').trim() || undefined,
    format: format === 'xlsx' || format === 'csv' ? format : 'page',
    text: pasted.length > longestText ? '' : pasted,
  }
  const places = [roleOf[kind], ...rolesBeside[kind]].map((role) => [role, text(`column-${role}`)] as const)
  const columns = Object.fromEntries(places.filter(([, at]) => place.test(at)).map(([role, at]) => [role, Number(at)]))
  const chosen = columns[roleOf[kind]] === undefined ? undefined : columns
  try {
    const table = await (file
      ? tableOf(kind, file)
      : sentTable(kind, await pastedTable(pasted), { chosen, pasted: true }))
    if (table.rows.length === 0) return { ...form, problem: nothing }
    return table.columns[roleOf[kind]] === undefined ? { ...form, table, problem: noColumn(kind) } : { ...form, table }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ...form, problem: error.said }
  }
}

/** Where no header says which column holds the names: nobody guesses. */
function noColumn(kind: Kind): Said {
  const { label } = roles[roleOf[kind]]
  return say(
    'no-column',
    `没有认出哪一列是“${label.zh}”，没有核查。请在下面选择，或把该列的表头改为“${label.zh}”。`,
    `No column was recognised as ${label.en}, and nothing was checked. Choose it below, or head it "${label.zh}".`,
  )
}

/** What was pasted as a table: a line a row, columns apart by tabs as spreadsheets copy them, with quotes around cells of several lines. */
async function pastedTable(text: string): Promise<TableFile> {
  if (/(?:^|[\t\r\n])"/.test(text)) {
    const { csvRecords } = await import('../../documents/delimited/records.ts')
    const rows: TableRow[] = []
    try {
      for await (const records of csvRecords(text, '\t', tableLimits)) rows.push(...records)
      return tableOfRows(rows)
    } catch {
      // A quote that nobody closed is part of a name.
    }
  }
  return tableOfRows(text.split(/\r\n|\r|\n/).map((line, at) => ({ no: at + 1, cells: line.split('\t') })))
}

function tableOfRows(all: readonly TableRow[]): TableFile {
  const rows = all.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  return {
    sheets: [
      {
        name: '',
        async *rows() {
          yield rows
        },
      },
    ],
  }
}

/** Readers of files are loaded for files only: the process that serves needs none of them. */
async function tableOf(kind: Kind, { bytes, name }: NonNullable<SentForm['file']>): Promise<SentTable> {
  const { openTable } = await import('../../documents/open-table-file.ts')
  return sentTable(kind, await openTable(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name), {})
}
