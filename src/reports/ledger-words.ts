import type { Advice } from '../checks/boards/advice.ts'
import type { Sentence } from '../lists/terms.ts'
import type { Look } from './workbook/cell-looks.ts'

/** What to do with a board, as people read it in a table. */
export const advised: Readonly<Record<Advice, Sentence & { look: Look }>> = {
  stays: { zh: '可以保留', en: 'stays', look: 'good' },
  move: { zh: '位置不符，应移挂', en: 'in the wrong place', look: 'ask' },
  ask: { zh: '须核实', en: 'ask', look: 'ask' },
  take_down: { zh: '应摘除', en: 'take down', look: 'bad' },
}

/** The tables of a ledger. */
export const ledgerKeys = ['tasks', 'boards', 'certificates'] as const
export type LedgerKey = (typeof ledgerKeys)[number]

/** The column of each that names what it lists. */
export const nameColumns = { tasks: 'task', boards: 'board', certificates: 'certificate' } as const

/** The words of a village's ledger and of a survey. */
export const words = {
  title: { zh: '村级组织自查台账', en: 'Self-check ledger of the village' },
  surveyTitle: { zh: '牌子核对表', en: 'Survey of boards' },
  tasks: { zh: '工作事务', en: 'Tasks' },
  boards: { zh: '机制牌子', en: 'Boards' },
  certificates: { zh: '证明事项', en: 'Certificates' },
  no: { zh: '序号', en: 'no.' },
  writtenNo: { zh: '原表序号', en: 'no. in the table' },
  hints: { zh: '提示（就整个场所而言，不计入牌子数）', en: 'Hints about the whole place, not counted as boards' },
  task: { zh: '工作事务', en: 'task' },
  department: { zh: '交办（要求）单位', en: 'demanded by' },
  board: { zh: '牌子名称', en: 'board' },
  place: { zh: '现挂位置', en: 'hangs' },
  count: { zh: '数量', en: 'count' },
  exterior: { zh: '外部', en: 'outside' },
  interior: { zh: '内部', en: 'inside' },
  certificate: { zh: '证明事项', en: 'certificate' },
  service: { zh: '用于何事', en: 'for' },
  issuer: { zh: '出具单位', en: 'issuer' },
  finding: { zh: '核查结论', en: 'finding' },
  reason: { zh: '核查说明', en: 'reason' },
  basis: { zh: '依据', en: 'basis' },
  instead: { zh: '替代办法', en: 'use instead' },
  measure: { zh: '整改措施', en: 'measure taken' },
  deadline: { zh: '完成时限', en: 'deadline' },
  responsible: { zh: '责任主体', en: 'responsible' },
  remarks: { zh: '整改备注', en: 'remarks on it' },
  code: { zh: '台账编号', en: 'ledger code' },
  standing: { zh: '整改状态', en: 'standing' },
  new: { zh: '新增', en: 'new' },
  open: { zh: '未完成', en: 'open' },
  overdue: { zh: '已逾期', en: 'overdue' },
  unclearDeadline: { zh: '未完成（期限不明）', en: 'open (deadline not read)' },
  done: { zh: '已完成', en: 'done' },
  kept: { zh: '上期留存', en: 'Kept from before' },
  keptTitle: { zh: '上期台账留存内容', en: 'Kept from the ledger before' },
  keptNote: {
    zh: '本表原样保存上期台账中未能并入各表的行，不计入各表的数。',
    en: 'Rows of the ledger before that went into none of the tables, as they were. They are not counted there.',
  },
  fromSheet: { zh: '原工作表', en: 'sheet' },
  fromRow: { zh: '原行号', en: 'row' },
  why: { zh: '留存原因', en: 'why it is here' },
  whyDone: { zh: '已完成：本期村里的表中已无此事项', en: 'done: the tables of the village no longer have it' },
  whyGone: {
    zh: '本期村里的表中已无此事项；上期结论无须整改',
    en: 'the tables of the village no longer have it; nothing was to be done about it',
  },
  whyAsk: {
    zh: '须核实：本期村里的表中仍有同名事项，是否同一事项不明',
    en: 'ask: the tables of the village still have one of this name, and whether it is the same is not clear',
  },
  whyUnread: { zh: '未能对应到任何事项', en: 'could not be matched' },
  whyChanged: {
    zh: '已并入；结论、依据或村里所填与本期不同，原行留存',
    en: 'taken over; what it said differs from today, so that the row is kept as it was',
  },
  missing: { zh: '外部未见', en: 'missing outside' },
  missingReason: {
    zh: '《通知》二(二)点到的外部牌子，填报中没有；请核对是否漏填或漏挂。',
    en: 'An outside board that clause 二(二) of the notice names and the survey does not have: check whether it was left out or does not hang.',
  },
  perhaps: { zh: '可能即：', en: 'It may be: ' },
  missingElsewhere: {
    zh: '当地清单列明应挂在外部的牌子，填报中没有；请核对是否漏填或漏挂。',
    en: 'A board that a list of the place wants outside and the survey does not have: check whether it was left out or does not hang.',
  },
  repeated: { zh: '重复悬挂', en: 'hangs more than once' },
  repeatedReason: {
    zh: '应挂在外部的同一牌子共 {n} 块，请核对，在外部保留一块。',
    en: '{n} of it hang, though it belongs outside once: check and keep one there.',
  },
  merge: { zh: '可整合', en: 'may be merged' },
  mergeReason: {
    zh: '名称相近的内部牌子。《通知》二(二)要求“对工作性质相似、涵盖内容相近、服务对象相同的内部牌子进行整合”；是否如此请核对（按名称比对得出，仅供参考）。',
    en: 'Inside boards with similar names. Clause 二(二) of the notice wants inside boards of similar work, content and public merged; check whether these are (found by comparing names, a hint only).',
  },
  mergeElsewhere: {
    zh: '名称相近的内部牌子；能否整合请核对（按名称比对得出，仅供参考）。',
    en: 'Inside boards with similar names: check whether they may be merged (found by comparing names, a hint only).',
  },
  filled: {
    zh: '填报人：　　　　　　　　审核人：　　　　　　　　填报日期：　　　　年　　月　　日',
    en: 'Filled in by:            Checked by:            Date:',
  },
  day: { zh: '核查日期', en: 'as of' },
  dataset: { zh: '清单数据版本', en: 'dataset version' },
  total: { zh: '共', en: 'total' },
} as const satisfies Record<string, Sentence>
