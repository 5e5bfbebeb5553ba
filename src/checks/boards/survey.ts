import type { Remark } from '../../rulings/answer.ts'
import { applicable } from '../../rulings/applicable.ts'
import { remark } from '../../rulings/cite.ts'
import { statutoryBoard } from '../../rulings/statutory-board.ts'
import { type Judge, judgeIn, type Setting } from '../judge.ts'
import { type Advice, advices, advise } from './advice.ts'
import type { JudgedBoard } from './judged-board.ts'
import type { Board } from './observed-board.ts'
import { type Site, surveySite } from './site.ts'

/** A village's boards, one by one and together. */
export interface Survey {
  readonly boards: readonly JudgedBoard[]
  readonly site: Site
  readonly counts: Readonly<Record<Advice, number>>
  /** Clause 二(二) of the notice, where it holds: what is merged and what comes down. */
  readonly clause: Remark | null
}

/** Surveys what hangs at one village. */
export function survey(setting: Setting, boards: readonly Board[], judge: Judge = judgeIn(setting)): Survey {
  const { snapshot, language } = setting
  const { defaultRule } = applicable(snapshot, { ...setting, kind: 'signboard' }, language)
  const clause = defaultRule && remark(snapshot.documents, defaultRule, language, setting)
  const judged = boards.map((board): JudgedBoard => {
    const answer = judge('signboard', board.name)
    const found = statutoryBoard(snapshot, setting, board.name)
    const statute = found && remark(snapshot.documents, found, language, setting)
    const grounds = [statute, board.working === false ? clause : undefined].filter((one) => one !== undefined)
    return { board, ...advise({ board, answer, statute, clause }, language), answer, grounds }
  })
  const count = (advice: Advice) => judged.filter((one) => one.advice === advice).length
  return {
    boards: judged,
    site: surveySite(setting, judged),
    counts: Object.fromEntries(advices.map((advice) => [advice, count(advice)])) as Record<Advice, number>,
    clause: clause ?? null,
  }
}
