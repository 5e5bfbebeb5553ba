import { Board, Guide } from '../../lists/list.ts'
import type { Sentence } from '../../lists/terms.ts'

/** What a column of an annex may hold. `ignore` is chosen by a person, or by a header that our own export writes (出处). */
export const FIELDS = {
  no: { zh: '序号', en: 'number' },
  name: { zh: '名称', en: 'name' },
  subNames: { zh: '所含名称', en: 'sub-names' },
  category: { zh: '类别', en: 'category' },
  use: { zh: '用途', en: 'use' },
  basis: { zh: '依据', en: 'basis' },
  requestedBy: { zh: '要求单位', en: 'requested by' },
  conditions: { zh: '申请条件', en: 'conditions' },
  applicants: { zh: '服务对象', en: 'who may apply' },
  materials: { zh: '所需材料', en: 'materials' },
  procedure: { zh: '流程', en: 'procedure' },
  timeLimit: { zh: '时限', en: 'time limit' },
  validity: { zh: '有效期', en: 'valid for' },
  fee: { zh: '收费', en: 'fee' },
  office: { zh: '办理地点', en: 'where to apply' },
  hours: { zh: '办理时间', en: 'office hours' },
  phone: { zh: '咨询电话', en: 'telephone' },
  form: { zh: '样表', en: 'form' },
  place: { zh: '外部/内部', en: 'outside/inside' },
  sign: { zh: '式样', en: 'sign' },
  position: { zh: '悬挂位置', en: 'position' },
  size: { zh: '规格', en: 'size' },
  material: { zh: '材质', en: 'material' },
  colour: { zh: '颜色', en: 'colour' },
  quantity: { zh: '数量', en: 'how many' },
  exceptions: { zh: '例外', en: 'exceptions' },
  instead: { zh: '替代', en: 'instead' },
  note: { zh: '备注', en: 'remark' },
  state: { zh: '保留或取消', en: 'kept or dropped' },
  issuer: { zh: '出具单位', en: 'issued by' },
  ignore: { zh: '不读', en: 'left out' },
} as const satisfies Record<string, Sentence>

/** A column's meaning. */
export type Field = keyof typeof FIELDS

/** Fields of the guide (办事指南) and of a board, in the order in which files hold them. */
export const GUIDE_FIELDS = Object.keys(Guide.properties) as (keyof Guide)[]
export const BOARD_FIELDS = (Object.keys(Board.properties) as (keyof Board)[]).filter((field) => field !== 'place')

export const isField = (word: string): word is Field => Object.hasOwn(FIELDS, word)
