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
  materials: { zh: '所需材料', en: 'materials' },
  procedure: { zh: '流程', en: 'procedure' },
  timeLimit: { zh: '时限', en: 'time limit' },
  form: { zh: '样表', en: 'form' },
  place: { zh: '外部/内部', en: 'outside/inside' },
  sign: { zh: '式样', en: 'sign' },
  position: { zh: '悬挂位置', en: 'position' },
  size: { zh: '规格', en: 'size' },
  material: { zh: '材质', en: 'material' },
  exceptions: { zh: '例外', en: 'exceptions' },
  instead: { zh: '替代', en: 'instead' },
  note: { zh: '备注', en: 'remark' },
  issuer: { zh: '出具单位', en: 'issued by' },
  ignore: { zh: '不读', en: 'left out' },
} as const satisfies Record<string, Sentence>

/** A column's meaning. */
export type Field = keyof typeof FIELDS

/** Fields of the guide (办事指南) and of a board, in the order in which files hold them. */
export const GUIDE_FIELDS = ['use', 'basis', 'requestedBy', 'materials', 'procedure', 'timeLimit', 'form'] as const
export const BOARD_FIELDS = ['sign', 'position', 'size', 'material'] as const

export const isField = (word: string): word is Field => Object.hasOwn(FIELDS, word)
