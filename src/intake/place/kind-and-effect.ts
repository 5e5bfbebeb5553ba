import type { Effect, Kind } from '../../lists/terms.ts'
import { kindIn } from '../judge/kinds.ts'
import { stanceOf } from '../judge/stance.ts'

/** 不得交由村级组织承担的事项, 负面事项清单: work, in words that lists of another kind use as well. */
const WORK = /承担|交由|事务|负面事项|履行/

/** What a title says that its list is of; undefined where it speaks of several kinds, or of none. */
export function kindOfTitle(title: string): Kind | undefined {
  const kind = kindIn(title)
  if (kind !== undefined) return kind
  // 证明事项负面清单 is of certificates: a negative list of whatever it names.
  const rest = title.replaceAll(/负面清单|准入/g, '')
  return kindIn(rest) ?? (/证明|挂牌|牌子|标牌/.test(rest) || !WORK.test(rest) ? undefined : 'task')
}

/** What a title says that it means to stand on its list; undefined where it says nothing, or two things. */
export function effectOfTitle(title: string, kind: Kind): Effect | undefined {
  const stance = stanceOf(title)
  if (stance === 'both') return undefined
  if (stance === 'no') return 'prohibits'
  if (kind === 'certificate') return stance === 'yes' || /出具事项/.test(title) ? 'permits' : undefined
  if (kind === 'signboard') return 'permits'
  const own = /履行职责|履行的?(事项|职责)|自治事项|法定职责|依法履行/.test(title)
  const assists = /协助/.test(title)
  if (own === assists) return undefined
  return own ? 'own_duty' : 'assists'
}
