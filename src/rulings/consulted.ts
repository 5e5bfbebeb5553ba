import type { List } from '../catalogue/snapshot.ts'
import type { Consulted } from './answer.ts'

/** Says of each list that was looked at how much its silence is worth and whether it had what was asked for (is among those matched). */
export function consulted(lists: readonly List[], matched: readonly List[]): Consulted[] {
  return lists.map((list) => ({
    list: list.id,
    title: list.title,
    completeness: list.completeness,
    grade: list.grade,
    items: list.size,
    matched: matched.includes(list),
  }))
}
