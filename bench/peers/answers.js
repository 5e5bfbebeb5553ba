import Database from 'better-sqlite3'

/** Looks answers up by name: as an object put together from the columns of its row, or as the ready text the row also holds. */
export function openAnswers(database, form) {
  const connection = new Database(database, { readonly: true })
  const select = (columns) => connection.prepare(`SELECT ${columns} FROM answers WHERE resource = ? AND asked = ?`)
  if (form === 'text') {
    const text = select('text').pluck()
    return (resource, name) => text.get(resource, name)
  }
  const columns = connection.pragma('table_info(answers)').map(({ name }) => name)
  const plain = new Set(['outcome', 'reason'])
  const fields = columns.filter((name) => !['resource', 'asked', 'text'].includes(name))
  const row = select(fields.map((name) => `"${name}"`).join(', '))
  return (resource, name) => {
    const found = row.get(resource, name)
    if (found === undefined) return undefined
    for (const field of fields) if (!plain.has(field)) found[field] = JSON.parse(found[field])
    return found
  }
}
