import type { Kind, Sentence } from '../lists/terms.ts'
import type { Answer, Outcome } from '../rulings/answer.ts'

type Verdicts = Readonly<Record<Exclude<Outcome, 'conflicting' | 'ambiguous' | 'undetermined'>, Sentence>>

/** The three outcomes in which a person has to look are called the same whatever was asked. */
const open: Readonly<Record<'conflicting' | 'ambiguous' | 'undetermined', Sentence>> = {
  conflicting: { zh: '需要核实：清单规定相反', en: 'To be verified: lists contradict each other' },
  ambiguous: { zh: '尚无答复：请先选定确切名称', en: 'No answer yet: choose the exact name first' },
  undetermined: { zh: '需要核实：清单不全，不能作答', en: 'To be verified: lists are missing, no answer' },
}

const verdicts: Readonly<Record<Kind, Verdicts>> = {
  certificate: {
    prohibited: { zh: '不得要求村级组织出具', en: 'Must not be demanded from a village' },
    permitted: { zh: '可以出具', en: 'A village may issue it' },
    not_listed: { zh: '未列入清单，不得要求村级组织出具', en: 'On no list: must not be demanded from a village' },
    not_applicable: { zh: '不适用：不是由村级组织出具', en: 'Not applicable: not issued by a village' },
  },
  signboard: {
    prohibited: { zh: '不得悬挂', en: 'Must not hang' },
    permitted: { zh: '可以悬挂', en: 'May hang' },
    not_listed: { zh: '未列入目录，不得悬挂', en: 'Not in the catalogue: must not hang' },
    not_applicable: { zh: '不适用', en: 'Not applicable' },
  },
  task: {
    prohibited: { zh: '不得交由村级组织承担', en: 'Must not be given to a village' },
    permitted: { zh: '可以由村级组织承担', en: 'May be given to a village' },
    not_listed: { zh: '未列入清单，未经准入不得交由村级组织承担', en: 'On no list: not to be given without admission' },
    not_applicable: { zh: '不适用', en: 'Not applicable' },
  },
}

const ownDuty: Sentence = { zh: '属于村级组织依法履行的职责', en: 'The village’s own statutory duty' }
const assists: Sentence = {
  zh: '属于村级组织依法协助政府的工作',
  en: 'Work in which the village assists the government',
}

/** The answer in a few plain words. */
export function verdict({ query: { kind }, outcome, findings }: Answer): Sentence {
  if (outcome === 'conflicting' || outcome === 'ambiguous' || outcome === 'undetermined') return open[outcome]
  if (outcome === 'permitted') {
    if (findings.some((one) => one.effect === 'own_duty')) return ownDuty
    if (findings.some((one) => one.effect === 'assists')) return assists
  }
  return verdicts[kind][outcome]
}
