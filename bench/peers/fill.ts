import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'

/** The peers' data: every answer of the service that they are to give, by its address. */
export function fillPeers(folder: string, answers: ReadonlyMap<string, string>): void {
  const rows = [...answers].map(([path, text]) => {
    const [resource = '', name = ''] = path.split('/').slice(-3).map(decodeURIComponent)
    return { path, resource, name, text, fields: JSON.parse(text) as Record<string, unknown> }
  })
  const columns = Object.keys(rows[0]?.fields ?? {})
  const database = new Database(join(folder, 'answers.sqlite'))
  database.exec(
    `CREATE TABLE answers (resource TEXT, asked TEXT, ${columns.map((column) => `"${column}" TEXT`).join(', ')}, text TEXT,
      PRIMARY KEY (resource, asked))`,
  )
  const marks = Array(columns.length + 3).fill('?')
  const insert = database.prepare(`INSERT INTO answers VALUES (${marks.join(', ')})`)
  for (const { resource, name, text, fields } of rows) {
    const values = columns.map((column) => {
      const value = fields[column]
      return typeof value === 'string' ? value : JSON.stringify(value)
    })
    insert.run(resource, name, ...values, text)
  }
  database.close()

  const objects = Map.groupBy(rows, ({ resource }) => resource)
  const resources = [...objects].map(([resource, own]) => [
    resource,
    own.map(({ name, fields }) => ({ id: name, ...fields })),
  ])
  writeFileSync(join(folder, 'answers.json'), JSON.stringify(Object.fromEntries(resources)))

  for (const { path, text } of rows) {
    const file = join(folder, 'static', decodeURIComponent(path))
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, text)
  }
}
