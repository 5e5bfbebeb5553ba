import type { Sheet, TableRow } from '../src/documents/table-file.ts'

/** All rows of a sheet. */
export async function rowsOf(sheet: Sheet | undefined): Promise<TableRow[]> {
  const all: TableRow[] = []
  if (sheet) for await (const rows of sheet.rows()) all.push(...rows)
  return all
}

/** The texts of all cells of a sheet. */
export const cellsOf = async (sheet: Sheet | undefined) => (await rowsOf(sheet)).map(({ cells }) => [...cells])
