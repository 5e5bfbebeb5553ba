/** Values by a sequence of steps, so that a search ends with the first step that no sequence takes. */
export interface Branch<Step, Value> {
  value?: Value
  next?: Map<Step, Branch<Step, Value>>
}

/** The branch that these steps lead to, grown where it is missing. */
export function grow<Step, Value>(from: Branch<Step, Value>, steps: Iterable<Step>): Branch<Step, Value> {
  let branch = from
  for (const step of steps) {
    branch.next ??= new Map()
    let next = branch.next.get(step)
    if (!next) {
      next = {}
      branch.next.set(step, next)
    }
    branch = next
  }
  return branch
}
