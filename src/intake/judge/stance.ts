import type { Effect, Kind } from '../../lists/terms.ts'

/** What a title, heading or category says of what stands below it: yes, no, or both in one line. */
export type Stance = 'yes' | 'no' | 'both'

/** 不应…出具: a word that turns the deed behind it round. */
const TURNS = '(?:不应当?|不再|不得|不予|不能|不可|不宜|不需要?|不用|无需|无须|严禁|禁止|停止|免予|免于|不)'
const DEEDS = '(?:出具|开具|保留|提供|索要|要求|悬挂|设置|挂牌|承担|交由|交给|交办|派交|下派)'
/** Matters that a paper may be about: 取消监护, 撤销婚姻. */
const MATTERS = '登记|婚姻|监护|处分|户口|户籍|资格|公证|许可'
/** What undoes a thing itself. */
const UNDOES = `(?<![不未无])(?:取消|废止|停用|失效|作废|撤销|摘除|拆除|删除|剔除|终止|移出|负面)(?!${MATTERS}|后)`
const TURNED = `${TURNS}[^，。；、]{0,20}?${DEEDS}`
const NO = new RegExp(
  `${TURNED}|(?:不应|不得|严禁|禁止)[的类性]?(?:证明)?(?:事项|清单|目录|项目|行为)|${UNDOES}|清理(?!规范|后|整合|整治)`,
)
const YES = /保留|(可以?|应当?|继续|准予|允许)[^，。；、]{0,12}?(出具|开具|悬挂|挂牌)|出具证明事项清单|确需/

/** What a short text says; undefined where it says neither. */
export function stanceOf(text: string): Stance | undefined {
  const words = text.normalize('NFKC').replace(/\s/g, '')
  const no = NO.test(words)
  const yes = YES.test(words.replace(new RegExp(TURNED, 'g'), ''))
  if (no) return yes ? 'both' : 'no'
  return yes ? 'yes' : undefined
}

/** Whether what a title, heading or category says is not what the list says. */
export function isContrary(text: string, effect: Effect): boolean {
  const stance = stanceOf(text)
  return stance === 'both' || stance === (effect === 'prohibits' ? 'yes' : 'no')
}

const VILLAGE = /村|居|社区|群众性自治/
/** What is not on the list: 未列入清单的，一律不得要求出具. Said of it is what follows, to the end of the sentence. */
const OFF_THE_LIST = /未(列入|纳入)|(清单|目录)(之|以)?外/
/** Other matters, of this clause alone. */
const ELSEWHERE = /其他|其它|除.*外|取消后|重复/
const ENDS = new RegExp(`(?<![不未无])(?:取消|废止|作废|失效|停用|终止)(?!${MATTERS}|后)`)
const NO_MORE =
  /(不再|不应当?|不得|不予|停止|禁止|严禁|无需|不需要?)[^，。；\n]{0,14}?(出具|开具|保留|索要|悬挂|挂牌|承担|使用|执行)|(不再|无需)[^，。；\n]{0,14}?(提供|证明)|不(出具|开具|保留)/
const STILL =
  /(?:可以?|应当?|仍|继续|允许|准予|恢复)(?:由([^，。；\n出开]{1,20}?))?(?:继续)?(?:出具|开具)|^保留$|予以保留/

/** Whether a remark or note says the contrary of the list. Clause by clause: what is said of other papers says nothing of these. */
export function remarkIsContrary(text: string, effect: Effect): boolean {
  return text
    .normalize('NFKC')
    .split(/[。;\n]/)
    .flatMap((sentence) => sentence.replace(OFF_THE_LIST, '\n').split('\n').slice(0, 1))
    .flatMap((sentence) => sentence.replace(/\s/g, '').split(','))
    .filter((clause) => !ELSEWHERE.test(clause))
    .some((clause) => {
      if (effect !== 'prohibits') return ENDS.test(clause) || NO_MORE.test(clause)
      const still = NO_MORE.test(clause) ? null : STILL.exec(clause)
      return still !== null && (still[1] === undefined || VILLAGE.test(still[1]))
    })
}

/** A name that begins so is a rule about it: 不再出具居住证明, 摘除农家书屋牌子. A paper about something forbidden is not. */
const RULE = /^(不再|不应|不得|不予|停止|禁止出具|严禁出具|取消|废止|摘除|撤销|拆除|清退)/

/** Whether a name itself says that it is not what the list holds. Lists that say no may word their items so. */
export const nameIsContrary = (name: string, effect: Effect, kind: Kind): boolean =>
  effect !== 'prohibits' && RULE.test(name) && !(kind === 'certificate' && /^(取消|撤销)[^的]*证明$/.test(name))
