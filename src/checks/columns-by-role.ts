import type { Sentence } from '../lists/terms.ts'

const words = (text: string): readonly string[] => text.trim().split(/\s+/u)

/** What a column may be. Every header that is recognised stands here and nowhere else. */
export const roles = {
  material: {
    label: { zh: '材料名称', en: 'material' },
    // Of a report of ours it is 核对的材料 that holds one paper a row.
    headers: words(`
      核对的材料 材料名称 申请材料名称 申请材料 申报材料 申报材料名称 申办材料 申办材料名称 办理材料 办理材料名称 办理所需材料 受理材料 报送材料
      所需材料 所需材料名称 需要材料 提交材料 提交材料名称 需提交材料 应提交材料 需提交的材料 提供材料 需提供材料 需提供的材料
      材料清单 材料目录 材料名 材料 申请资料 所需资料 资料名称
      证明名称 证明事项名称 证明事项 证明材料 证明材料名称 所需证明 需提供证明 需开具证明 需出具证明 开具证明名称 出具证明名称 开具证明 出具证明
      索要证明 索要证明名称 证明种类 证明类型 证照名称 证件名称 要件名称 申请要件 证明 名称 material document
    `),
  },
  issuer: {
    label: { zh: '出具单位', en: 'issuer' },
    headers: words(`
      出具单位 出具机关 出具部门 出具机构 出具主体 开具单位 开具部门 开具机关 开具机构 开具主体
      证明出具单位 证明出具机关 证明出具部门 证明出具机构 证明开具单位 证明开具部门 证明开具机构 出具证明单位 出具证明部门 开具证明单位 开具证明部门 出证单位 出证机关
      材料出具单位 材料出具机关 材料出具部门 材料出具机构 核发机关 核发单位 核发部门 颁发机关 颁发单位 颁发部门 发证机关 发证单位 发证部门 签发单位 签发机关 制发单位
      来源渠道说明 材料来源说明 issuer issuedby
    `),
  },
  channel: {
    label: { zh: '来源渠道', en: 'source channel' },
    headers: words(`
      来源渠道 材料来源渠道 材料来源 来源途径 材料来源途径 来源 获取渠道 材料获取渠道 获取途径 获取方式 取得途径 channel source
    `),
  },
  type: {
    label: { zh: '材料类型', en: 'type of material' },
    headers: words(`
      材料类型 材料种类 材料类别 材料性质 材料分类 材料类型名称 要件类型 要件类别 申请材料类型 申请材料类别 证照类型 materialtype
    `),
  },
  service: {
    label: { zh: '事项名称', en: 'service' },
    headers: words(`
      事项名称 办理事项 办理事项名称 办事事项 办事事项名称 服务事项 服务事项名称 服务名称 公共服务事项 公共服务事项名称
      政务服务事项 政务服务事项名称 政务服务名称 行政权力事项名称 权力事项名称 审批事项 审批事项名称 许可事项 许可事项名称 业务名称 业务事项 业务事项名称
      主项名称 子项名称 办理项名称 业务办理项名称 实施事项名称 对应事项 涉及事项 涉及事项名称 适用事项 事项 证明用途 用途 service
    `),
  },
  department: {
    label: { zh: '实施部门', en: 'department' },
    headers: words(`
      实施部门 实施主体 实施机关 实施单位 实施机构 部门 部门名称 部门单位 主管部门 主管单位 业务主管部门 行业主管部门 业务部门 行业部门 归口部门
      责任单位 责任部门 牵头部门 牵头单位 主办部门 主办单位 所属部门 所属单位 办理机构 办理部门 办理单位 受理部门 受理单位 行使主体
      交办单位 交办部门 交办单位名称 交办主体 下达单位 下达部门 下派单位 下派部门 派发单位 派发部门 布置单位 布置部门 安排单位 安排部门 来源单位 来源部门 任务来源
      上级部门 上级单位 考核单位 考核部门 要求单位 要求部门 索要单位 索要部门 索证单位 索证部门 用证单位 用证部门 使用单位 使用部门 需求单位 需求部门 department
    `),
  },
  board: {
    label: { zh: '牌子名称', en: 'board' },
    headers: words(`
      牌子名称 牌子 牌子全称 牌子内容 标牌名称 标牌 标牌内容 挂牌名称 挂牌内容 牌匾名称 牌匾 牌匾内容 标识名称 标识牌 标识牌名称 标识标牌 标识标牌名称
      机制牌子 机制牌子名称 机制名称 工作机制 工作机制名称 机构牌子 机构牌子名称 挂牌机构 挂牌机构名称 机构名称 现有牌子 已挂牌子 悬挂牌子 悬挂牌子名称 名称 board signboard
    `),
  },
  place: {
    label: { zh: '悬挂位置', en: 'place' },
    headers: words(`
      悬挂位置 悬挂地点 悬挂场所 悬挂部位 悬挂处 挂牌位置 挂牌地点 挂牌场所 牌子位置 设置位置 安装位置 张贴位置 所在位置 具体位置 位置
      内外 内部外部 室内外 室内室外 悬挂内外 place
    `),
  },
  working: {
    label: { zh: '是否发挥作用', en: 'working' },
    headers: words(`
      是否发挥作用 发挥作用情况 作用发挥情况 是否运转 是否正常运转 是否实际运转 运转情况 是否运行 是否正常运行 运行情况 运行状况 运行状态
      是否开展工作 是否有效 是否在用 使用情况 使用状态 有无实质性业务 有无实质业务 有无业务 是否有实质性业务 是否有实质业务 当前状态 目前状态 状态 working
    `),
  },
  count: {
    label: { zh: '数量', en: 'count' },
    headers: words(`
      数量 块数 个数 数目 牌子数量 牌子数 牌子个数 牌子块数 标牌数量 牌匾数量 挂牌数量 挂牌数 悬挂数量 count
    `),
  },
  task: {
    label: { zh: '工作事务', en: 'task' },
    headers: words(`
      工作事务 工作事务名称 工作事务事项 事务名称 村级事务 村级工作事务 工作名称 工作事项 工作事项名称 工作任务 工作任务名称 工作项目 任务名称 任务内容 任务
      承担工作 承担的工作 承担工作事务 承担事项 协助事项 协助工作 协助政府工作 协助政府工作事项 交办事项 交办工作 交办任务 下达任务 履职事项 职责事项 具体工作 具体事项 具体任务
      事项名称 事项内容 事项 工作内容 名称 task
    `),
  },
} as const satisfies Record<string, { label: Sentence; headers: readonly string[] }>

export type Role = keyof typeof roles

/** The columns an audit looks for beside the materials, in the order in which they choose among headers. */
export const auditRoles: readonly Role[] = ['issuer', 'channel', 'type', 'service', 'department']

/** The columns a survey reads beside the boards. */
export const boardRoles: readonly Role[] = ['place', 'working', 'count']

/** Which column, from 0, plays which role. */
export type Columns = Readonly<Partial<Record<Role, number>>>

/** In characters; longer texts are no headers, and looking for brackets in them takes time. */
const longestHeader = 200

/** A header as it is compared: without white space, marks of required fields, slashes (部门/单位) and what brackets add. */
export function plainHeader(text: string): string {
  if (text.length > longestHeader) return text
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/gu, '')
    .replace(/[\s*:_/、-]+/gu, '')
}

/** The columns of a header row by role; the first column of a name wins, and roles named earlier choose before later ones. */
export function columnsOf(cells: readonly string[], wanted: readonly Role[]): Columns {
  const headers = cells.map(plainHeader)
  const found: Partial<Record<Role, number>> = {}
  const taken = new Set<number>()
  for (const role of wanted) {
    const known: readonly string[] = roles[role].headers
    const at = known.map((header) => headers.indexOf(header)).find((column) => column >= 0 && !taken.has(column))
    if (at === undefined) continue
    found[role] = at
    taken.add(at)
  }
  return found
}
