import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'

/** The peers' data: every answer of the service that they are to give, by the name asked about. */
export function fillPeers(folder: string, answers: ReadonlyMap<string, string>): void {
  const rows = [...answers].map(([name, text]) => ({ name, text, fields: JSON.parse(text) as Record<string, unknown> }))
  const columns = Object.keys(rows[0]?.fields ?? {})
  const database = new Database(join(folder, 'answers.sqlite'))
  database.exec(
    `CREATE TABLE answers (name TEXT PRIMARY KEY, ${columns.map((name) => `"${name}" TEXT`).join(', ')}, answer TEXT)`,
  )
  const insert = database.prepare(
    `INSERT INTO answers VALUES (${Array(columns.length + 2)
      .fill('?')
      .join(', ')})`,
  )
  for (const { name, text, fields } of rows) {
    const values = columns.map((column) => {
      const value = fields[column]
      return typeof value === 'string' ? value : JSON.stringify(value)
    })
    insert.run(name, ...values, text)
  }
  database.close()

  const objects = rows.map(({ name, fields }) => ({ id: name, ...fields }))
  writeFileSync(join(folder, 'answers.json'), JSON.stringify({ certificates: objects }))

  for (const { name, text } of rows) {
    const place = join(folder, 'static/v1/certificates', name)
    mkdirSync(place, { recursive: true })
    writeFileSync(join(place, 'status'), text)
  }
}
