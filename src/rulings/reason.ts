import type { List } from '../catalogue/snapshot.ts'
import type { Rule } from '../lists/rule.ts'
import type { Kind, Language, Sentence } from '../lists/terms.ts'
import type { Reading } from '../names/index/reading.ts'
import type { NamedIssuer } from '../names/issuers/read-issuer.ts'
import { sentences as sentencesOfNames } from '../names/read/paper-kind.ts'
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
  /** How many lists apply to the question. */
  readonly applying: number
  /** Where it is asked, by name and code. */
  readonly where: () => Sentence
  /** Lists that would be needed for an answer and are not complete. */
  readonly missing: readonly List[]
  readonly verdict: Reading['verdict']
  /** Who is named as the issuer, in the question or in the name. */
  readonly issuer: NamedIssuer | undefined
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
  const { place, outcome, remark } = circumstances
  const parts = [place, sentences[outcome](circumstances), choice(circumstances), remark]
  return parts
    .map((part) => part?.[language])
    .filter((part) => part !== undefined && part !== '')
    .join(language === 'zh' ? '' : ' ')
}

/** Where the village is one choice among others, only that choice must go. */
function choice({ issuer, outcome }: Circumstances): Sentence | undefined {
  if (issuer?.reading !== 'mixed' || (outcome !== 'prohibited' && outcome !== 'not_listed')) return undefined
  return {
    zh: `“${issuer.written}”中只须去掉村（居）民委员会这一选项。`,
    en: `Of “${issuer.written}” only the village as a choice must go.`,
  }
}

const sentences: Readonly<Record<Outcome, (circumstances: Circumstances) => Sentence>> = {
  prohibited: decided,
  permitted: decided,

  conflicting: ({ question: { name, kind }, findings, rule }) => ({
    zh: `现行清单对“${name}”的规定相反：${findings.map((one) => `${listed(one, 'zh')}，${effectSentence(kind, one.finding, 'zh')}`).join('；')}。${rule?.text.zh ?? ''}请人工核实。`,
    en: `Lists in force contradict each other on “${name}”: ${findings.map((one) => `${listed(one, 'en')}: ${effectSentence(kind, one.finding, 'en')}`).join('; ')}. ${rule ? `${rule.text.en} ` : ''}A person must decide.`,
  }),

  ambiguous,

  not_listed: ({ question: { name }, rule, closing }) => {
    const [zh, en] = (['zh', 'en'] as const).map((language) => closing.map((list) => listName(list, language)))
    return closing.length === 1
      ? {
          zh: `${zh}已完整，其中没有“${name}”。${rule?.text.zh}`,
          en: `${en} is complete and does not have “${name}”. ${rule?.text.en}`,
        }
      : {
          zh: `${zh?.join('、')}均已完整，其中都没有“${name}”。${rule?.text.zh}`,
          en: `None of ${en?.join(', ')} has “${name}”, and all of them are complete. ${rule?.text.en}`,
        }
  },

  undetermined,

  not_applicable: ({ question: { kind, name }, issuer }) =>
    issuer?.reading === 'other'
      ? {
          zh: `所问${kinds[kind].zh}由“${issuer.written}”出具，不是村（居）民委员会；清单只规范村（居）民委员会出具的证明，不能据此要求或取消其他单位出具的材料。`,
          en: `The ${kinds[kind].en} is issued by “${issuer.written}”, which is not a villagers' or residents' committee; the lists speak only of what these issue.`,
        }
      : {
          zh: `“${name}”由其他单位出具；清单只规范村（居）民委员会出具的证明，不能据此要求或取消其他单位出具的材料。`,
          en: `“${name}” is issued by another body; the lists speak only of what a villagers' or residents' committee issues.`,
        },
}

/** Why the answer is not known: a list is missing, no list speaks of the place at all, or silence says nothing there. */
function undetermined({ question: { name, kind, on }, missing, applying, where }: Circumstances): Sentence {
  if (missing.length > 0)
    return {
      zh: `适用的清单中没有“${name}”；${missing.map((list) => incomplete(list, 'zh')).join('，')}，因此不能作答。`,
      en: `No list that applies has “${name}”; ${missing.map((list) => incomplete(list, 'en')).join(', ')}, so the answer is not known.`,
    }
  const place = where()
  if (applying === 0)
    return {
      zh: `本服务没有在 ${on} 适用于${place.zh}的${kinds[kind].zh}清单，因此不能作答。`,
      en: `This service has no list of ${kinds[kind].en}s that applies to ${place.en} on ${on}, so the answer is not known.`,
    }
  return {
    zh: `在 ${on} 适用于${place.zh}的清单中没有“${name}”，而未列入不足以得出结论，因此不能作答。`,
    en: `No list that applies to ${place.en} on ${on} has “${name}”, and its absence allows no conclusion, so the answer is not known.`,
  }
}

/** Why a person has to say: who issues it is unclear, the name may mean several things, or it does not say what is meant. */
function ambiguous({ question: { name, kind }, verdict, issuer, findings, remark }: Circumstances): Sentence {
  if (issuer?.reading === 'unclear')
    return {
      zh: `不能确定“${issuer.written}”是不是村（居）民委员会${findings.length > 0 ? `；由村（居）民委员会出具时：${says(findings, kind, 'zh')}` : ''}。请核实由谁出具后再查。`,
      en: `It is not clear whether “${issuer.written}” is a villagers' or residents' committee${findings.length > 0 ? `; if it is: ${says(findings, kind, 'en')}` : ''}. Find out who issues it, then ask again.`,
    }
  if (verdict === 'unread')
    return {
      zh: `“${name}”没有读懂，不能认定是哪一项${kinds[kind].zh}的名称，请以确切名称再查。`,
      en: `“${name}” was not understood as the name of a ${kinds[kind].en}. Ask again with the exact name.`,
    }
  return remark === sentencesOfNames.generic || remark === sentencesOfNames.notDemanded
    ? { zh: `“${name}”不能作答。`, en: `“${name}” cannot be answered.` }
    : {
        zh: `“${name}”可能指候选事项之一，仅凭名称不能认定，请核对后以确切名称再查。`,
        en: `“${name}” may mean one of the candidates, but the name alone does not settle it. Check, then ask again with the exact name.`,
      }
}

const says = (findings: Circumstances['findings'], kind: Kind, language: Language) =>
  findings
    .map(
      (one) =>
        `${listed(one, language)}${language === 'zh' ? '，' : ': '}${effectSentence(kind, one.finding, language)}`,
    )
    .join(language === 'zh' ? '；' : '; ')

function decided({ question: { name, kind }, findings }: Circumstances): Sentence {
  const parts = (language: Language) =>
    findings.map((one) => {
      const effect = effectSentence(kind, one.finding, language)
      return language === 'zh' ? `${listed(one, language)}，${effect}` : `${listed(one, language)}: ${effect}`
    })
  return { zh: `“${name}”即${parts('zh').join('；又即')}。`, en: `“${name}” is ${parts('en').join('; also ')}.` }
}

/** An item by its name, with the printed name that it was recognised by: nobody looks for 收入证明 under 居民财产证明. */
const named = (name: string, subName: string | undefined, language: Language) =>
  `“${name}”${subName === undefined ? '' : language === 'zh' ? `（括注“${subName}”）` : ` (which names “${subName}”)`}`

/** The item as its list has it, with the document it rests on. */
function listed(
  { finding: { name, subName, citation }, title }: Circumstances['findings'][number],
  language: Language,
): string {
  const own = citation.version === null ? '' : `《${citation.document}》（${citation.version}）${citation.clause ?? ''}`
  const basis = own || citation.number || ''
  const printed = named(name, subName, language)
  return language === 'zh'
    ? `《${title}》第${citation.no}项${printed}${basis && `（${basis}）`}`
    : `item ${citation.no} ${printed} of 《${title}》${basis && ` (${basis})`}`
}

function incomplete(list: List, language: Language): string {
  const state = {
    absent: { zh: '尚未提供', en: 'has not been supplied' },
    partial: { zh: '仅收录了一部分', en: 'is held in part only' },
    complete: { zh: '当日不适用', en: 'does not apply on that day' },
  }[list.completeness][language]
  return `${fullListName(list, language)}${language === 'zh' ? '' : ' '}${state}`
}
