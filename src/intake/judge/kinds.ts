import type { Kind } from '../../lists/terms.ts'

const WORDS: Readonly<Record<Kind, RegExp>> = {
  certificate: /证明/,
  signboard: /挂牌|牌子|标牌|标识|牌匾|门牌/,
  task: /职责|协助|工作事项|工作事务|工作任务|服务事项|政务|任务清单|负面清单|准入/,
}
const KINDS = Object.keys(WORDS) as Kind[]

/** What a title or header speaks of, where it is one thing and no other. */
export function kindIn(text: string): Kind | undefined {
  const found = KINDS.filter((kind) => WORDS[kind].test(text))
  return found.length === 1 ? found[0] : undefined
}

/** How certificates end. Lists of what a village certifies name the paper, or what is stated or vouched for. */
const CERTIFICATE =
  /(证明|证明(书|信|函|表|材料|事项)|介绍信|鉴定|鉴定表|推荐|推荐(信|书)|意见书?|情况说明|声明|承诺书|公示|证)$/
const BOARD =
  /(组织|支部|总支|党委|委员会|村委会|居委会|监委会|合作社|合作联社|联合社|总社|经济社|中心|大厅|站|室|所|点|岗|堂|屋|书屋|超市|厅|队|校|学校|讲堂|驿站|基地|标牌|标识|牌子?|窗口|广场|处|园|院|馆|之家|家园|组|会|协会|工会|妇联|共青团|团支部|民兵连|民兵营|角|社|吧|平台|工作室|网格)$/
/** How work is worded: with a verb ahead, or as a work at the end. */
const TASK =
  /^(协助|配合|开展|做好|组织|负责|依法|宣传|落实|参与|承担|推动|支持|教育|引导|管理|维护|调解|办理|执行|报告)/

const bare = (name: string) =>
  name
    .normalize('NFKC')
    .replace(/\([^()]*\)/g, '')
    .replace(/[\s。；;．.，,、]+$/g, '')

/** Whether a text ends as a name of that kind does. */
export const endsAs = (name: string, kind: Exclude<Kind, 'task'>): boolean =>
  (kind === 'certificate' ? CERTIFICATE : BOARD).test(bare(name))

/** Which share of the names reads like names of that kind. */
export function shareOf(names: readonly string[], kind: Exclude<Kind, 'task'>): number {
  const fitting = names.filter((name) => endsAs(name, kind) && !TASK.test(name))
  return fitting.length / names.length
}
