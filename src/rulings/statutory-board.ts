import { regionChain, type Snapshot } from '../catalogue/snapshot.ts'
import { holdsAt } from '../lists/bases.ts'
import type { StatutoryBoard } from '../lists/statutory-board.ts'
import { key } from '../names/normalise/plain.ts'
import { simplified } from '../names/normalise/script.ts'
import type { Question } from './question.ts'

/**
 * The law that asks for a board, whatever a list of boards says. A board whose name holds the statutory one is taken for it
 * (泾滩村退役军人服务站): to leave a board hanging that might come down does less harm than the reverse.
 */
export function statutoryBoard(
  snapshot: Snapshot,
  place: Pick<Question, 'region' | 'on' | 'body'>,
  name: string,
): StatutoryBoard | undefined {
  // Brackets and script make no other board: 村（居）务公开栏, 村務公開欄.
  const asked = key(simplified(name))
  const places = regionChain(snapshot, place.region)
  return snapshot.statutoryBoards
    .filter((board) => places.includes(board.region) && holdsAt(snapshot.documents, board, place))
    .find((board) => [board.name, ...(board.alsoKnownAs ?? [])].some((one) => asked.includes(key(one))))
}
