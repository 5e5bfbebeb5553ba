import type { Sentence } from '../catalogue/files/terms.ts'

/** What a column may be. Every header that is recognised stands here and nowhere else. */
export const roles = {
  material: {
    label: { zh: '材料名称', en: 'material' },
    headers: [
      ...[
        '材料名称',
        '申请材料名称',
        '申请材料',
        '申报材料',
        '申报材料名称',
        '所需材料',
        '提交材料',
        '材料清单',
        '材料',
      ],
      ...[
        '证明名称',
        '证明事项名称',
        '证明事项',
        '证明材料',
        '证明材料名称',
        '要件名称',
        '申请要件',
        '名称',
        'material',
        'document',
      ],
    ],
  },
  issuer: {
    label: { zh: '出具单位', en: 'issuer' },
    headers: [
      ...[
        '出具单位',
        '出具机关',
        '出具部门',
        '出具机构',
        '开具单位',
        '开具部门',
        '证明出具单位',
        '材料出具单位',
        '核发机关',
      ],
      ...['核发单位', '发证机关', '签发单位', '来源渠道说明', '材料来源说明', 'issuer', 'issuedby'],
    ],
  },
  channel: {
    label: { zh: '来源渠道', en: 'source channel' },
    headers: ['来源渠道', '材料来源渠道', '材料来源', '来源', '获取渠道', 'channel', 'source'],
  },
  service: {
    label: { zh: '事项名称', en: 'service' },
    headers: [
      ...[
        '事项名称',
        '办理事项',
        '办理事项名称',
        '服务事项',
        '服务事项名称',
        '政务服务事项',
        '政务服务事项名称',
        '业务名称',
      ],
      ...['主项名称', '子项名称', '办理项名称', '业务办理项名称', '事项', 'service'],
    ],
  },
  department: {
    label: { zh: '实施部门', en: 'department' },
    headers: [
      ...[
        '实施部门',
        '实施主体',
        '实施机关',
        '实施单位',
        '部门',
        '部门名称',
        '主管部门',
        '责任单位',
        '责任部门',
        '牵头部门',
      ],
      ...['所属部门', '办理机构', '办理部门', '索要单位', '要求单位', 'department'],
    ],
  },
  board: {
    label: { zh: '牌子名称', en: 'board' },
    headers: [
      '牌子名称',
      '牌子',
      '标牌名称',
      '挂牌名称',
      '标识名称',
      '牌匾名称',
      '机制牌子',
      '机制牌子名称',
      '名称',
      'board',
      'signboard',
    ],
  },
  place: {
    label: { zh: '悬挂位置', en: 'place' },
    headers: ['悬挂位置', '挂牌位置', '位置', '悬挂地点', '内外', '内部外部', '室内外', 'place'],
  },
  working: {
    label: { zh: '是否发挥作用', en: 'working' },
    headers: [
      '是否发挥作用',
      '是否运转',
      '是否正常运转',
      '是否有效',
      '是否在用',
      '有无实质性业务',
      '运行情况',
      '状态',
      'working',
    ],
  },
  count: {
    label: { zh: '数量', en: 'count' },
    headers: ['数量', '块数', '个数', '牌子数量', 'count'],
  },
  task: {
    label: { zh: '工作事务', en: 'task' },
    headers: [
      '工作事务',
      '工作事务名称',
      '事务名称',
      '工作名称',
      '工作事项',
      '工作任务',
      '任务名称',
      '任务',
      '事项名称',
      '事项',
      '工作内容',
      '名称',
      'task',
    ],
  },
} as const satisfies Record<string, { label: Sentence; headers: readonly string[] }>

export type Role = keyof typeof roles

/** Which column, from 0, plays which role. */
export type Columns = Readonly<Partial<Record<Role, number>>>

/** A header as it is compared: without white space, marks of required fields and what brackets add. */
export function plainHeader(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/gu, '')
    .replace(/[\s*:_-]+/gu, '')
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
