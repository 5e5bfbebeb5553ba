import type { Body, Effect, Kind, Language, Sentence } from '../lists/terms.ts'
import { mattersOf } from '../names/index/matters.ts'
import type { Finding } from './answer.ts'

const certificate: Readonly<Record<'prohibits' | 'permits', Sentence>> = {
  prohibits: {
    zh: '不得要求村（居）民委员会出具',
    en: "a villagers' or residents' committee must not be asked to issue it",
  },
  permits: { zh: '村（居）民委员会可以出具', en: "a villagers' or residents' committee may issue it" },
}

const signboard: Readonly<Record<'prohibits' | 'permits', Sentence>> = {
  prohibits: { zh: '不得悬挂', en: 'it must not hang' },
  permits: { zh: '可以悬挂', en: 'it may hang' },
}

const task: Readonly<Record<Effect, Sentence>> = {
  prohibits: { zh: '不得交由村级组织承担', en: 'it must not be given to a village' },
  permits: { zh: '可以由村级组织承担', en: 'it may be given to a village' },
  own_duty: { zh: '属于村（居）民委员会依法履行的职责', en: "it is the committee's own statutory duty" },
  assists: {
    zh: '属于村（居）民委员会依法协助政府的工作',
    en: 'it is work in which the committee assists the government',
  },
}

/** An item that forbids making a village answer for work (责任主体) does not speak of its helping. */
const notResponsible: Sentence = {
  zh: '不得由村级组织作为责任主体承担（村级组织能否协助，这一项没有规定）',
  en: 'a village must not be made responsible for it (whether it may assist, this item does not say)',
}

const effects: Readonly<Record<Kind, Readonly<Partial<Record<Effect, Sentence>>>>> = { certificate, signboard, task }

const places: Readonly<Record<'exterior' | 'interior', Sentence>> = {
  exterior: { zh: '于外部', en: ' outside' },
  interior: { zh: '于内部', en: ' inside' },
}

const only: Readonly<Record<Body, Sentence>> = {
  village: { zh: '（只约束村民委员会，不约束居民委员会）', en: " (it binds villagers' committees only)" },
  community: { zh: '（只约束居民委员会，不约束村民委员会）', en: " (it binds residents' committees only)" },
}

const standIn: Sentence = {
  zh: '（此为参考版，正式附件尚未导入）',
  en: ' (from a reference edition; the annex itself has not been imported)',
}

/** What a listed item says, as part of a sentence; says so when it is not the official text. */
export function effectSentence(
  kind: Kind,
  { name, effect, board, body, citation }: Finding,
  language: Language,
): string {
  const said = effect === 'prohibits' && mattersOf(name).length > 0 ? notResponsible : effects[kind][effect]
  const sentence = said?.[language] ?? ''
  const place = board ? places[board.place][language] : ''
  const bound = body ? only[body][language] : ''
  const reservation = citation.grade === 'official' ? '' : standIn[language]
  return `${sentence}${place}${bound}${reservation}`
}
