import Database from 'better-sqlite3'

/** Looks answers up by name: as an object put together from the columns of its row, or as the ready text the row also holds. */
export function openAnswers(database, form) {
  const connection = new Database(database, { readonly: true })
  if (form === 'text') {
    const text = connection.prepare('SELECT answer FROM answers WHERE name = ?').pluck()
    return (name) => text.get(name)
  }
  const columns = connection.pragma('table_info(answers)').map(({ name }) => name)
  const plain = new Set(['outcome', 'reason'])
  const fields = columns.filter((name) => name !== 'name' && name !== 'answer')
  const select = connection.prepare(
    `SELECT ${fields.map((name) => `"${name}"`).join(', ')} FROM answers WHERE name = ?`,
  )
  return (name) => {
    const row = select.get(name)
    if (row === undefined) return undefined
    for (const field of fields) if (!plain.has(field)) row[field] = JSON.parse(row[field])
    return row
  }
}
