import type { Answer, Remark } from '../../rulings/answer.ts'
import type { Advice } from './advice.ts'
import type { Board } from './observed-board.ts'

/** A board with what to do about it. */
export interface JudgedBoard {
  readonly board: Board
  readonly advice: Advice
  readonly reason: string
  readonly answer: Answer
  /** What the advice rests on beside the answer: other law that asks for the board, the clause on boards that have lapsed. */
  readonly grounds: readonly Remark[]
}
