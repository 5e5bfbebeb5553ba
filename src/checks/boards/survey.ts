import type { Answer, Remark } from '../../rulings/answer.ts'
import { applicable } from '../../rulings/applicable.ts'
import { remark } from '../../rulings/cite.ts'
import { statutoryBoard } from '../../rulings/statutory-board.ts'
import { type Judge, judgeIn, type Setting } from '../judge.ts'
import { type Advice, advices, advise } from './advice.ts'
import { withoutDoubles } from './doubles.ts'
import type { JudgedBoard } from './judged-board.ts'
import type { Board } from './observed-board.ts'
import { type Site, surveySite } from './site.ts'

/** A village's boards, one by one and together. */
export interface Survey {
  readonly boards: readonly JudgedBoard[]
  readonly site: Site
  /** How many boards hang of each advice: two of one name are two. */
  readonly counts: Readonly<Record<Advice, number>>
  /** Clause 二(二) of the notice, where it holds: what is merged and what comes down. */
  readonly clause: Remark | null
}

/** A board of a survey hangs at a village: 党群服务中心, which may be a township's where nothing is known of it, is 村党群服务中心 there. */
function answerAtVillage(name: string, judge: Judge): Answer {
  const answer = judge('signboard', name)
  if (answer.outcome !== 'ambiguous') return answer
  const there = judge('signboard', `村${name}`)
  return there.match?.method === 'exact' ? there : answer
}

/** Surveys what hangs at one village. */
export function survey(setting: Setting, boards: readonly Board[], judge: Judge = judgeIn(setting)): Survey {
  const { snapshot, language } = setting
  const { defaultRule } = applicable(snapshot, { ...setting, kind: 'signboard' }, language)
  const clause = defaultRule && remark(snapshot.documents, defaultRule, language, setting)
  const each = boards.map((board): JudgedBoard => {
    const answer = answerAtVillage(board.name, judge)
    const found = statutoryBoard(snapshot, setting, board.name)
    const statute = found && remark(snapshot.documents, found, language, setting)
    const grounds = [statute, board.working === false ? clause : undefined].filter((one) => one !== undefined)
    return { board, ...advise({ board, answer, statute, clause }, language), answer, grounds }
  })
  const judged = withoutDoubles(each, language)
  const count = (advice: Advice) =>
    judged.filter((one) => one.advice === advice).reduce((sum, { board }) => sum + (board.count ?? 1), 0)
  return {
    boards: judged,
    site: surveySite(setting, judged),
    counts: Object.fromEntries(advices.map((advice) => [advice, count(advice)])) as Record<Advice, number>,
    clause: clause ?? null,
  }
}
