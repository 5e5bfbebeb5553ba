import type { Judge } from '../../checks/judge.ts'
import { Turn } from '../../work/turns.ts'

/**
 * Answers the questions of a table in turns with other requests. The judge keeps the answers, so that what then looks at the table as a
 * whole holds nobody up.
 */
export async function judgeAhead(judge: Judge, questions: readonly Readonly<Parameters<Judge>>[]): Promise<void> {
  const turn = new Turn()
  for (const question of questions) {
    if (turn.over) await turn.next()
    judge(...question)
  }
}

/** The question about each board. */
export const boardQuestions = (boards: readonly { readonly name: string }[]) =>
  boards.map(({ name }): Parameters<Judge> => ['signboard', name])
