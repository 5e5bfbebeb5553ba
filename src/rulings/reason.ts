import type { List } from '../catalogue/snapshot.ts'
import type { Rule } from '../lists/rule.ts'
import type { Kind, Language, Sentence } from '../lists/terms.ts'
import type { Finding, Outcome } from './answer.ts'
import { effectSentence } from './effect-sentence.ts'
import { fullListName, listName } from './list-name.ts'
import type { Question } from './question.ts'

/** What a reason may speak of. */
export interface Circumstances {
  readonly question: Question
  readonly outcome: Outcome
  /** What the listed items say, each with the title of its list. */
  readonly findings: readonly { readonly finding: Finding; readonly title: string }[]
  /** The clause that settles what items do not. */
  readonly rule: Rule | undefined
  /** Lists over which it closes; their silence has spoken only where nothing is missing. */
  readonly closing: readonly List[]
  /** Lists that would be needed for an answer and are not complete. */
  readonly missing: readonly List[]
  /** What is on record of a name that decides nothing. */
  readonly remark: Sentence | undefined
  /** That it is answered for another region code than the one asked about. */
  readonly place: Sentence | undefined
}

const kinds: Readonly<Record<Kind, Sentence>> = {
  certificate: { zh: '证明', en: 'certificate' },
  signboard: { zh: '牌子', en: 'board' },
  task: { zh: '工作事务', en: 'task' },
}

/** One sentence or two for people that say why the answer is what it is. */
export function reason(circumstances: Circumstances, language: Language): string {
  const { place, remark, outcome } = circumstances
  const said = [place, sentences[outcome](circumstances), remark].flatMap((one) => one?.[language] ?? [])
  return said.join(language === 'zh' ? '' : ' ')
}

const sentences: Readonly<Record<Outcome, (circumstances: Circumstances) => Sentence>> = {
  prohibited: decided,
  permitted: decided,

  conflicting: ({ question: { name, kind }, findings, rule }) => ({
    zh: `现行清单对“${name}”的规定相反：${findings.map((one) => `${listed(one, 'zh')}，${effectSentence(kind, one.finding, 'zh')}`).join('；')}。${rule?.text.zh ?? ''}请人工核实。`,
    en: `Lists in force contradict each other on “${name}”: ${findings.map((one) => `${listed(one, 'en')}: ${effectSentence(kind, one.finding, 'en')}`).join('; ')}. ${rule ? `${rule.text.en} ` : ''}A person must decide.`,
  }),

  ambiguous: ({ question: { name } }) => ({
    zh: `“${name}”可能指候选事项之一，仅凭名称不能认定，请核对后以确切名称再查。`,
    en: `“${name}” may mean one of the candidates, but the name alone does not settle it. Check, then ask again with the exact name.`,
  }),

  not_listed: ({ question: { name }, rule, closing }) => ({
    zh: `${closing.map((list) => listName(list, 'zh')).join('、')}均已完整，其中都没有“${name}”。${rule?.text.zh}`,
    en: `None of ${closing.map((list) => listName(list, 'en')).join(', ')} has “${name}”, and all of them are complete. ${rule?.text.en}`,
  }),

  undetermined: ({ question: { name, region, on }, missing }) =>
    missing.length > 0
      ? {
          zh: `适用的清单中没有“${name}”；${missing.map((list) => incomplete(list, 'zh')).join('，')}，因此不能作答。`,
          en: `No list that applies has “${name}”; ${missing.map((list) => incomplete(list, 'en')).join(', ')}, so the answer is not known.`,
        }
      : {
          zh: `对 ${region} 在 ${on} 适用的清单中没有“${name}”，而未列入不足以得出结论，因此不能作答。`,
          en: `No list that applies to ${region} on ${on} has “${name}”, and its absence allows no conclusion, so the answer is not known.`,
        },

  not_applicable: ({ question: { kind, name, issuer } }) =>
    issuer === undefined
      ? {
          zh: `“${name}”由其他单位出具；清单只规范村（居）民委员会出具的证明，不能据此要求或取消其他单位出具的材料。`,
          en: `“${name}” is issued by another body; the lists speak only of what a villagers' or residents' committee issues.`,
        }
      : {
          zh: `所问${kinds[kind].zh}由“${issuer}”出具，不是村（居）民委员会；清单只规范村（居）民委员会出具的证明，不能据此要求或取消其他单位出具的材料。`,
          en: `The ${kinds[kind].en} is issued by “${issuer}”, which is not a villagers' or residents' committee; the lists speak only of what these issue.`,
        },
}

function decided({ question: { name, kind }, findings }: Circumstances): Sentence {
  const parts = (language: Language) =>
    findings.map((one) => {
      const effect = effectSentence(kind, one.finding, language)
      return language === 'zh' ? `${listed(one, language)}，${effect}` : `${listed(one, language)}: ${effect}`
    })
  return { zh: `“${name}”即${parts('zh').join('；又即')}。`, en: `“${name}” is ${parts('en').join('; also ')}.` }
}

/** The item as its list has it, with the document it rests on. */
function listed({ finding: { name, citation }, title }: Circumstances['findings'][number], language: Language): string {
  const own = citation.version === null ? '' : `《${citation.document}》（${citation.version}）${citation.clause ?? ''}`
  const basis = own || citation.number || ''
  return language === 'zh'
    ? `《${title}》第${citation.no}项“${name}”${basis && `（${basis}）`}`
    : `item ${citation.no} “${name}” of 《${title}》${basis && ` (${basis})`}`
}

function incomplete(list: List, language: Language): string {
  const state = {
    absent: { zh: '尚未提供', en: 'has not been supplied' },
    partial: { zh: '仅收录了一部分', en: 'is held in part only' },
    complete: { zh: '当日不适用', en: 'does not apply on that day' },
  }[list.completeness][language]
  return `${fullListName(list, language)}${language === 'zh' ? '' : ' '}${state}`
}
