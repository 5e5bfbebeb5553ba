import { InvalidArgumentError } from 'commander'
import { type Role, roles } from '../checks/columns-by-role.ts'

/** A column that the caller names: by its header, or by its letter. */
export interface NamedColumn {
  readonly role: Role
  readonly column: string
}

/** material=材料名称, 材料名称=C */
export function namedColumn(text: string, before: readonly NamedColumn[] = []): NamedColumn[] {
  const [, word = '', column = ''] = /^([^=]+)=(.+)$/u.exec(text) ?? []
  const role = Object.entries(roles).find(([role, { label }]) => role === word || label.zh === word)?.[0]
  if (role === undefined) throw new InvalidArgumentError(`'${text}'`)
  return [...before, { role: role as Role, column }]
}
