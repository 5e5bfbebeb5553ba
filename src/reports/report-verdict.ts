import type { Kind, Sentence } from '../lists/terms.ts'
import type { Outcome } from '../rulings/answer.ts'
import type { Look } from './workbook/cell-looks.ts'

/** An outcome as people read it in a table, and how its cell looks. */
export interface Verdict extends Sentence {
  readonly look: Look
}

const asks = (zh: string, en: string): Verdict => ({ zh, en, look: 'ask' })

const open = {
  conflicting: asks('清单规定相反，须核实', 'lists contradict each other: ask'),
  ambiguous: asks('名称不明确，须核实', 'unclear name: ask'),
  undetermined: asks('清单不完整，尚不能认定', 'lists incomplete: not known'),
}

/** The conclusion of each outcome, by what was asked about. */
export const verdicts: Readonly<Record<Kind, Readonly<Record<Outcome, Verdict>>>> = {
  certificate: {
    ...open,
    prohibited: { zh: '不得要求村（居）出具', en: 'not to be demanded from a village', look: 'bad' },
    permitted: { zh: '村（居）可以出具', en: 'a village may issue it', look: 'good' },
    not_listed: { zh: '未列入清单，不得要求村（居）出具', en: 'on no list: not to be demanded', look: 'bad' },
    not_applicable: { zh: '非村（居）出具，不适用', en: 'not issued by a village', look: 'muted' },
  },
  signboard: {
    ...open,
    prohibited: { zh: '不得悬挂', en: 'must not hang', look: 'bad' },
    permitted: { zh: '可以悬挂', en: 'may hang', look: 'good' },
    not_listed: { zh: '未列入目录', en: 'on no list', look: 'bad' },
    not_applicable: { zh: '不适用', en: 'not applicable', look: 'muted' },
  },
  task: {
    ...open,
    prohibited: { zh: '不得交由村级组织承担', en: 'not to be given to a village', look: 'bad' },
    permitted: { zh: '可以由村级组织承担', en: 'may be given to a village', look: 'good' },
    not_listed: { zh: '未列入清单，未经准入不得交办', en: 'on no list: needs admission', look: 'bad' },
    not_applicable: { zh: '不适用', en: 'not applicable', look: 'muted' },
  },
}
