import type { FastifyRequest } from 'fastify'
import type { Board } from '../checks/boards/observed-board.ts'
import { ProblemError } from '../http/answers/problem.ts'
import { longestName } from '../rulings/question.ts'

/** What hangs at one village, as the form's address carries it. */
export interface SeenBoards {
  /** Names ticked outside and inside. */
  readonly out: readonly string[]
  readonly in: readonly string[]
  /** The boxes for other names, one a line. */
  readonly outMore: string
  readonly inMore: string
  /** Names, one a line, of boards that have no business behind them. */
  readonly idle: string
  readonly boards: readonly Board[]
}

/** No village hangs as many. */
const most = 200

const all = (value: unknown): string[] => (value === undefined ? [] : [value].flat().map(String))
const lines = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => line.replace(/[\p{Cc}\s]+/gu, ' ').trim())
    .filter((line) => line !== '')

/** Reads the form from the address. A name given twice for one place is a board that hangs twice there. */
export function seenBoards({ query }: Pick<FastifyRequest, 'query'>): SeenBoards {
  const sent = query as Readonly<Record<string, unknown>>
  const [outMore = ''] = all(sent['out-more'])
  const [inMore = ''] = all(sent['in-more'])
  const [idle = ''] = all(sent.idle)
  const [out, inside, lapsed] = [all(sent.out), all(sent.in), new Set(lines(idle))]
  const board = (place: 'exterior' | 'interior') => (name: string) => ({ name, place })
  const found = [
    ...[...out, ...lines(outMore)].map(board('exterior')),
    ...[...inside, ...lines(inMore)].map(board('interior')),
  ]
  const elsewhere = [...lapsed].filter((name) => !found.some((one) => one.name === name)).map((name) => ({ name }))
  const counted = new Map<string, Board>()
  for (const one of [...found, ...elsewhere]) {
    const place = 'place' in one ? one.place : ''
    const known = counted.get(`${place} ${one.name}`)
    const count = (known?.count ?? 0) + 1
    counted.set(`${place} ${one.name}`, { ...one, count, ...(lapsed.has(one.name) ? { working: false } : {}) })
  }
  const boards = [...counted.values()]
  if (boards.length > most || boards.some(({ name }) => name.length > longestName)) {
    throw new ProblemError('invalid-parameter', {
      zh: `一次最多 ${most} 块牌子，每个名称最长 ${longestName} 个字符。`,
      en: `${most} boards at most, each name ${longestName} characters at most.`,
    })
  }
  return { out, in: inside, outMore, inMore, idle, boards }
}
