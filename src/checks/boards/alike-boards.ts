import { plain } from '../../names/normalise/plain.ts'

/** The village's own name before a board's: 泾滩村妇女之家. 村务, 村民, 村级, 村党, 村集体 belong to the board. */
const village = /^.{1,10}?(?:村|社区)(?![务民级党集])/u
/** Words of every other board, which say nothing of its subject. */
const common =
  /服务|中心|工作|委员会?|员会|活动|之家|站点?|办公室?|小组|领导|组织|管理|建设|综合|平台|窗口|标牌|牌子|基地|制度|村级|社区|农村|[室站点处岗所队组]/gu

/** The pairs of characters by which a board's subject is known: 妇女之家 and 妇女儿童活动室 share 妇女. */
function subject(name: string): Set<string> {
  const pieces = plain(name).replace(village, '').split(common)
  return new Set(
    pieces.flatMap((piece) =>
      Array.from({ length: Math.max(piece.length - 1, 0) }, (_, at) => piece.slice(at, at + 2)),
    ),
  )
}

/** Groups of names, by their places, that share a subject or are the same name. A name alike no other is in none. */
export function similarGroups(names: readonly string[]): number[][] {
  /** The group of each name, as a chain of places that ends at the group's first name. */
  const leader = names.map((_, at) => at)
  const first = (at: number): number => {
    let end = at
    while (leader[end] !== end) end = leader[end] as number
    leader[at] = end
    return end
  }
  const known = new Map<string, number>()
  for (const [at, written] of names.entries()) {
    for (const sign of [`=${plain(written)}`, ...subject(written)]) {
      const [one, other] = [first(at), first(known.get(sign) ?? at)]
      leader[Math.max(one, other)] = Math.min(one, other)
      known.set(sign, at)
    }
  }
  const groups = Map.groupBy(names.keys(), first)
  return [...groups.values()].filter((group) => group.length > 1)
}
