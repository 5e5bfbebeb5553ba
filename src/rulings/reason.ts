import type { Rule } from '../catalogue/files/rule.ts'
import type { Effect, Kind, Sentence } from '../catalogue/files/terms.ts'
import type { List } from '../catalogue/snapshot.ts'
import type { Finding, Outcome } from './answer.ts'
import type { Language } from './language.ts'
import type { Question } from './question.ts'

/** What a reason may speak of. `missing` are the lists that would be needed and are not complete. */
export interface Circumstances {
  readonly question: Question
  readonly outcome: Outcome
  readonly findings: readonly Finding[]
  readonly rule: Rule | undefined
  readonly missing: readonly List[]
  readonly remark: Sentence | undefined
}

const what: Readonly<Record<Kind, Sentence>> = {
  certificate: { zh: '证明', en: 'certificate' },
  signboard: { zh: '牌子', en: 'board' },
  task: { zh: '工作事务', en: 'task' },
}

const says: Readonly<Record<Kind, Readonly<Partial<Record<Effect, Sentence>>>>> = {
  certificate: {
    prohibits: {
      zh: '不得要求村(居)民委员会出具',
      en: "a villagers' or residents' committee must not be asked to issue it",
    },
    permits: { zh: '村(居)民委员会可以出具', en: "a villagers' or residents' committee may issue it" },
  },
  signboard: {
    prohibits: { zh: '不得悬挂', en: 'it must not hang' },
    permits: { zh: '可以悬挂', en: 'it may hang' },
  },
  task: {
    prohibits: { zh: '不得交由村级组织承担', en: 'it must not be given to a village' },
    permits: { zh: '可以由村级组织承担', en: 'it may be given to a village' },
    own_duty: { zh: '属于村(居)民委员会依法履行的职责', en: "it is the committee's own statutory duty" },
    assists: { zh: '属于村(居)民委员会依法协助政府的工作', en: 'it is work in which the committee assists the government' },
  },
}

const place: Readonly<Record<'exterior' | 'interior', Sentence>> = {
  exterior: { zh: '外部', en: 'outside' },
  interior: { zh: '内部', en: 'inside' },
}

const standIn: Sentence = {
  zh: '(依据为参考版,正式附件尚未导入)',
  en: ' (from a reference edition; the annex itself has not been imported)',
}

function listed({ citation, name }: Finding, language: Language): string {
  const number = citation.number ?? ''
  return language === 'zh'
    ? `“${name}”(《${citation.document}》${number}${citation.clause ?? ''},清单 ${citation.list} 第${citation.no}项)`
    : `“${name}” (《${citation.document}》${number}${citation.clause ?? ''}, list ${citation.list}, item ${citation.no})`
}

function ruling(kind: Kind, found: Finding, language: Language): string {
  const sentence = says[kind][found.effect]
  if (!sentence) throw new Error(`A ${kind} list cannot have the effect ${found.effect}`)
  const where = found.board ? place[found.board.place][language] : ''
  const stand = found.citation.grade === 'official' ? '' : standIn[language]
  if (language === 'zh') return `${sentence.zh}${where && `于${where}`}${stand}`
  return `${sentence.en}${where && ` ${where}`}${stand}`
}

function missingLists(missing: readonly List[], language: Language): string {
  const state = {
    absent: { zh: '尚未提供', en: 'has not been supplied' },
    partial: { zh: '仅收录部分', en: 'is held in part only' },
  }
  return missing
    .map((list) => {
      const known = list.completeness === 'partial' ? state.partial : state.absent
      const name = list.annex ? { zh: `附件${list.annex}`, en: `annex ${list.annex}` } : { zh: list.id, en: list.id }
      return language === 'zh' ? `${name.zh}《${list.title}》${known.zh}` : `${name.en} 《${list.title}》 ${known.en}`
    })
    .join(language === 'zh' ? ';' : '; ')
}

/** One sentence for people that says why the answer is what it is. */
export function reason(circumstances: Circumstances, language: Language): string {
  const { question, findings, rule, missing, remark } = circumstances
  const name = `“${question.name}”`
  const kind = what[question.kind][language]
  const because = remark ? (language === 'zh' ? `${remark.zh}` : ` ${remark.en}`) : ''
  const [first] = findings

  const sentences: Record<Outcome, () => Sentence> = {
    prohibited: decided,
    permitted: decided,
    conflicting: () => {
      const both = findings.map((found) => `${listed(found, language)} ${ruling(question.kind, found, language)}`)
      return {
        zh: `现行清单对${name}的规定相反:${both.join(';')}。${rule ? rule.text.zh : ''}请人工核实。`,
        en: `Lists in force contradict each other on ${name}: ${both.join('; ')}. ${rule ? rule.text.en : ''} A person must decide.`,
      }
    },
    ambiguous: () => ({
      zh: `${name}可能指以下事项之一,仅凭名称不能认定,请核对后以确切名称再查。${because}`,
      en: `${name} may mean one of the candidates; the name alone does not settle it. Check, then ask again with the exact name.${because}`,
    }),
    not_listed: () => ({
      zh: `${name}不在任何一份清单中,相关清单均已完整。${rule?.text.zh ?? ''}${because}`,
      en: `${name} stands on none of the lists, and all lists that could name it are complete. ${rule?.text.en ?? ''}${because}`,
    }),
    undetermined: () =>
      missing.length > 0
        ? {
            zh: `已收录的清单中没有${name},但${missingLists(missing, 'zh')},因此不能作答。${because}`,
            en: `No list held here has ${name}, but ${missingLists(missing, 'en')}, so the answer is not known.${because}`,
          }
        : {
            zh: `已收录的清单中没有${name},所问地区和日期也没有可适用的兜底规定,因此不能作答。${because}`,
            en: `No list held here has ${name}, and no default rule is known for that region and day, so the answer is not known.${because}`,
          },
    not_applicable: () => ({
      zh: `所问${kind}由“${question.issuer}”出具,不是村(居)民委员会;清单只规范村(居)民委员会出具的证明,不能据此要求或取消其他单位出具的材料。`,
      en: `The ${kind} is issued by “${question.issuer}”, which is not a villagers' or residents' committee; the lists speak only of what these issue.`,
    }),
  }
  return sentences[circumstances.outcome]()[language]

  function decided(): Sentence {
    const found = first as Finding
    return {
      zh: `${name}即${listed(found, 'zh')},${ruling(question.kind, found, 'zh')}。`,
      en: `${name} is ${listed(found, 'en')}: ${ruling(question.kind, found, 'en')}.`,
    }
  }
}
