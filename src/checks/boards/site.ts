import { applicable } from '../../rulings/applicable.ts'
import type { Setting } from '../judge.ts'
import { similarGroups } from './alike-boards.ts'
import type { JudgedBoard } from './judged-board.ts'

/** A board that ought to hang outside. `boards` are places in the survey, from 0. */
interface OutsideBoard {
  readonly item: string
  readonly name: string
  readonly count: number
  readonly boards: readonly number[]
}

export interface Site {
  /** Outside boards of which none was found; `perhaps` are boards whose name may mean it. */
  readonly missing: readonly { readonly item: string; readonly name: string; readonly perhaps: readonly number[] }[]
  /** Outside boards that hang more than once. */
  readonly repeated: readonly OutsideBoard[]
  /** Inside boards alike enough to ask whether they should be one. */
  readonly merge: readonly { readonly boards: readonly number[]; readonly names: readonly string[] }[]
}

/** Looks at all boards of a village together: clause 二(二) names six that hang outside and wants similar ones inside merged. */
export function surveySite(setting: Setting, judged: readonly JudgedBoard[]): Site {
  const { snapshot, language } = setting
  const { lists } = applicable(snapshot, { ...setting, kind: 'signboard' }, language)
  const outside = lists
    .filter((list) => list.effect === 'permits')
    .flatMap((list) =>
      list.items.filter((item) => list.holds(item.no, setting)).map((item) => ({ item, id: `${list.id}/${item.no}` })),
    )
    .filter(({ item }) => item.board?.place === 'exterior')
    .map(({ item, id }) => {
      const found = [...judged.entries()].filter(([, { answer }]) => answer.findings.some((one) => one.item === id))
      const count = found.reduce((sum, [, { board }]) => sum + (board.count ?? 1), 0)
      return { item: id, name: item.name, count, boards: found.map(([at]) => at) }
    })
  const mayMean = (id: string) =>
    [...judged.entries()].filter(([, { answer }]) => answer.candidates.some((one) => one.item === id)).map(([at]) => at)
  return {
    missing: outside
      .filter(({ count }) => count === 0)
      .map(({ item, name }) => ({ item, name, perhaps: mayMean(item) })),
    repeated: outside.filter(({ count }) => count > 1),
    merge: mergeable(judged),
  }
}

/** Inside boards that no list names. Those that lists name are themselves what the others are merged into. */
function mergeable(judged: readonly JudgedBoard[]) {
  const inside = [...judged.entries()].filter(
    ([, { board, answer, advice }]) =>
      board.place === 'interior' && answer.outcome !== 'permitted' && advice !== 'take_down',
  )
  return similarGroups(inside.map(([, { board }]) => board.name)).map((group) => {
    const alike = group.map((at) => inside[at] as (typeof inside)[number])
    return { boards: alike.map(([at]) => at), names: alike.map(([, { board }]) => board.name) }
  })
}
