import type { Language } from '../../lists/terms.ts'
import type { Advice } from './advice.ts'
import type { JudgedBoard } from './judged-board.ts'

/**
 * A board that belongs outside hangs there once. Where it hangs outside, or is to be moved there, another of it is not moved beside it but
 * comes down; where nobody noted the side, whether it is another one has to be seen. What other law asks for, or is to be checked
 * for another reason, stays as it was advised.
 */
export function withoutDoubles(boards: readonly JudgedBoard[], language: Language): JudgedBoard[] {
  const groups = Map.groupBy(boards.filter(mayBeDouble), itemOf)
  const changed = new Map<JudgedBoard, JudgedBoard>()
  for (const group of groups.values()) {
    const kept = group.find(({ board }) => board.place === 'exterior') ?? group[0]
    for (const one of group) if (one !== kept) changed.set(one, double(one, language))
  }
  return boards.map((one) => changed.get(one) ?? severalHang(one, language))
}

const itemOf = ({ answer }: JudgedBoard) => answer.findings[0]?.item

/** Listed boards whose place is outside and that are advised about by the list alone. */
function mayBeDouble({ advice, answer, grounds }: JudgedBoard): boolean {
  const outside = answer.findings[0]?.board?.place === 'exterior'
  return outside && grounds.length === 0 && (advice === 'stays' || advice === 'move')
}

function double(one: JudgedBoard, language: Language): JudgedBoard {
  const { name, place } = one.board
  const [advice, zh, en]: [Advice, string, string] =
    place === undefined
      ? [
          'ask',
          `同一牌子填报了不止一次（“${name}”），没有注明位置；请核对是否重复悬挂，外部只保留一块。`,
          `The same board was noted more than once (“${name}”) without its place: see whether it hangs twice; only one stays outside.`,
        ]
      : [
          'take_down',
          `“${name}”另有一块挂在或应挂在外部，同一牌子不重复悬挂；这一块应摘除，不必移挂。`,
          `Another “${name}” hangs or belongs outside, and a board hangs once: this one comes down rather than move there.`,
        ]
  return { ...one, advice, reason: language === 'zh' ? zh : en }
}

function severalHang(one: JudgedBoard, language: Language): JudgedBoard {
  const { count = 1 } = one.board
  if (count < 2 || !mayBeDouble(one)) return one
  const more =
    language === 'zh'
      ? `同一牌子共 ${count} 块，外部保留一块，其余请核对后摘除。`
      : ` ${count} of it hang: keep one outside and take the others down.`
  return { ...one, reason: `${one.reason}${more}` }
}
