import type { Language } from '../../lists/terms.ts'
import type { Answer, Remark } from '../../rulings/answer.ts'
import type { Board } from './observed-board.ts'

/** What to do with a board. */
export const advices = ['stays', 'move', 'ask', 'take_down'] as const
export type Advice = (typeof advices)[number]

export interface Grounds {
  readonly board: Board
  readonly answer: Answer
  /** What other law says of it. */
  readonly statute: Remark | undefined
  /** Clause 二(二) of the notice on boards that do not fit, have no business or have lapsed, where it holds. */
  readonly clause: Remark | undefined
}

/**
 * What to do with a board, and why. Only a list that says no, or complete lists that are silent, take a board down; a board that
 * other law asks for never comes down, and one that is said to have lapsed is a matter to check, because a clause that says
 * "remove what has lapsed" does not say that this one has.
 */
export function advise(grounds: Grounds, language: Language): { advice: Advice; reason: string } {
  const [advice, zh, en] = decide(grounds)
  return { advice, reason: language === 'zh' ? zh : en }
}

/** What else there is to check about a board that is said to have lapsed. */
const still = {
  permitted: {
    zh: '该牌子在目录之内，机构仍在的应恢复其作用。',
    en: 'it is on the list, so if the body still exists, put the board back to use.',
  },
  undetermined: {
    zh: '目录尚不完整，其他法律是否要求设置也请一并核实。',
    en: 'the list is not complete, so check also whether other law asks for it.',
  },
  other: {
    zh: '名称能否对应目录中的某一项，也请一并核实。',
    en: 'check also whether its name means a board on the list.',
  },
} as const

function decide({ board, answer, statute, clause }: Grounds): [Advice, string, string] {
  const no = answer.allowed === false
  const lapsed = board.working === false
  const ground = clause?.text ?? ''
  if (statute && lapsed)
    return [
      'ask',
      `${statute.text}填报称该牌子已不起作用：请恢复其作用，不要摘除。`,
      `${statute.text} It is said to be out of use: put it back to use rather than take it down.`,
    ]
  if (statute && answer.outcome !== 'permitted') return ['stays', statute.text, statute.text]
  if (no && answer.outcome === 'prohibited') return ['take_down', answer.reason, answer.reason]
  if (no)
    return [
      'take_down',
      `挂牌目录完整，其中没有“${board.name}”。${ground}`,
      `The list of boards is complete and does not have “${board.name}”. ${ground}`,
    ]
  const { outcome } = answer
  const rest = still[outcome === 'permitted' || outcome === 'undetermined' ? outcome : 'other']
  if (lapsed)
    return [
      'ask',
      `填报称“${board.name}”无实质性业务或已失效。${ground}请核实：确已失效的，按此摘除撤销；${rest.zh}`,
      `“${board.name}” is said to have no real business or to have lapsed. ${ground} Check: if so, it comes down; ${rest.en}`,
    ]
  if (answer.outcome !== 'permitted') return ['ask', answer.reason, answer.reason]
  const belongs = answer.findings[0]?.board?.place
  if (belongs === undefined || board.place === undefined || board.place === belongs)
    return ['stays', answer.reason, answer.reason]
  const [zh, en] = belongs === 'exterior' ? ['外部', 'outside'] : ['内部', 'inside']
  return [
    'move',
    `${answer.reason}现挂位置不符，应移到${zh}。`,
    `${answer.reason} It hangs in the wrong place: move it ${en}.`,
  ]
}
