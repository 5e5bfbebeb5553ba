import Database from 'better-sqlite3'

/** The peer's data: every answer of the service that it is to give, by resource and name, a column for each field. */
export function fillPeer(file: string, answers: ReadonlyMap<string, string>): void {
  const rows = [...answers].map(([path, text]) => ({
    path: path.split('/').slice(-3, -1).map(decodeURIComponent).join('/'),
    fields: JSON.parse(text) as Record<string, unknown>,
  }))
  const columns = Object.keys(rows[0]?.fields ?? {})
  const database = new Database(file)
  database.exec(
    `CREATE TABLE answers (path TEXT PRIMARY KEY, ${columns.map((column) => `"${column}" TEXT`).join(', ')}) WITHOUT ROWID`,
  )
  const insert = database.prepare(`INSERT INTO answers VALUES (?${', ?'.repeat(columns.length)})`)
  for (const { path, fields } of rows) {
    const values = columns.map((column) => {
      const value = fields[column]
      return typeof value === 'string' ? value : JSON.stringify(value)
    })
    insert.run(path, ...values)
  }
  database.close()
}
