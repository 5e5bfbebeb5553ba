import type { Guide } from '../lists/list.ts'
import type { Body, Effect, Grade, Kind, Sentence } from '../lists/terms.ts'
import type { IssuerReading } from '../names/issuers/read-issuer.ts'
import type { Outcome } from '../rulings/answer.ts'

/** How an outcome looks: never by colour alone, each tone has a sign of its own. */
export type Tone = 'no' | 'yes' | 'ask' | 'none'

export const tones: Readonly<Record<Outcome, Tone>> = {
  prohibited: 'no',
  not_listed: 'no',
  permitted: 'yes',
  conflicting: 'ask',
  ambiguous: 'ask',
  undetermined: 'ask',
  not_applicable: 'none',
}

export const kinds: Readonly<Record<Kind, Sentence>> = {
  certificate: { zh: '证明', en: 'Certificate' },
  signboard: { zh: '牌子', en: 'Board' },
  task: { zh: '工作事务', en: 'Task' },
}

/** How the issuer that was named was read. */
export const issuers: Readonly<Record<IssuerReading, Sentence>> = {
  village: { zh: '村（居）民委员会', en: 'the village' },
  other: { zh: '其他单位', en: 'another body' },
  mixed: { zh: '村（居）民委员会与其他单位任选', en: 'the village or another body' },
  unclear: { zh: '不能确定是谁', en: 'not clear who' },
  none: { zh: '没有写明单位', en: 'names nobody' },
}

/** The question in the words of whoever asks it. */
export const questions: Readonly<Record<Kind, Sentence>> = {
  certificate: { zh: '这项证明能要求村里出具吗？', en: 'May a village be asked to issue this certificate?' },
  signboard: { zh: '这块牌子能挂在村里吗？', en: 'May this board hang at a village?' },
  task: { zh: '这项工作能交给村里承担吗？', en: 'May this work be given to a village?' },
}

/** Whom an item binds, where it is one kind of committee only. */
export const bodies: Readonly<Record<Body, Sentence>> = {
  village: { zh: '只约束村民委员会', en: 'villagers’ committees only' },
  community: { zh: '只约束居民委员会', en: 'residents’ committees only' },
}

export const grades: Readonly<Record<Grade, Sentence>> = {
  official: { zh: '正式文本', en: 'official text' },
  reference: { zh: '参考版', en: 'reference edition' },
  editorial: { zh: '编者说明', en: 'editorial note' },
}

/** What it means to stand on a list. */
const allowedThere: Readonly<Record<Kind, Sentence>> = {
  certificate: { zh: '列入的可以出具', en: 'what it lists may be issued' },
  signboard: { zh: '列入的可以悬挂', en: 'what it lists may hang' },
  task: { zh: '列入的可以承担', en: 'what it lists may be given to a village' },
}
const refusedThere: Readonly<Record<Kind, Sentence>> = {
  certificate: { zh: '列入的不得要求出具', en: 'what it lists must not be demanded' },
  signboard: { zh: '列入的不得悬挂', en: 'what it lists must not hang' },
  task: { zh: '列入的不得交办', en: 'what it lists must not be given to a village' },
}

export function effectOf(kind: Kind, effect: Effect): Sentence {
  if (effect === 'permits') return allowedThere[kind]
  if (effect === 'prohibits') return refusedThere[kind]
  return effect === 'own_duty'
    ? { zh: '列入的是村（居）依法履行的职责', en: 'what it lists is the committee’s own duty' }
    : { zh: '列入的是依法协助政府的工作', en: 'what it lists is assistance to the government' }
}

export const guideWords: Readonly<Record<keyof Guide, Sentence>> = {
  use: { zh: '用途', en: 'Use' },
  basis: { zh: '设定依据', en: 'Basis' },
  requestedBy: { zh: '要求出具的单位', en: 'Requested by' },
  conditions: { zh: '申请条件', en: 'Conditions' },
  applicants: { zh: '服务对象', en: 'Who may apply' },
  materials: { zh: '所需材料', en: 'Materials' },
  procedure: { zh: '办理流程', en: 'Procedure' },
  timeLimit: { zh: '办理时限', en: 'Time limit' },
  validity: { zh: '有效期', en: 'Valid for' },
  fee: { zh: '收费', en: 'Fee' },
  office: { zh: '办理地点', en: 'Where to apply' },
  hours: { zh: '办理时间', en: 'Office hours' },
  phone: { zh: '咨询电话', en: 'Telephone' },
  form: { zh: '样表', en: 'Form' },
}

/** Conclusions in as few words as fit on a button; problem is a row that is no question. */
export const conclusions: Readonly<Record<Outcome | 'problem', Sentence>> = {
  prohibited: { zh: '不得要求', en: 'no' },
  not_listed: { zh: '未列入', en: 'on no list' },
  permitted: { zh: '可以', en: 'yes' },
  conflicting: { zh: '规定相反', en: 'contradictory' },
  ambiguous: { zh: '名称不明确', en: 'unclear name' },
  undetermined: { zh: '清单不全', en: 'lists missing' },
  not_applicable: { zh: '不适用', en: 'not applicable' },
  problem: { zh: '无法核查', en: 'cannot be checked' },
}
