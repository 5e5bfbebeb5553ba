import type { List } from '../catalogue/snapshot.ts'
import type { Setting } from '../checks/judge.ts'
import type { Language } from '../lists/terms.ts'
import type { Answer, Citation, Remark } from '../rulings/answer.ts'
import { listName } from '../rulings/list-name.ts'

/** A document as it is cited in a table. */
export function citationText({ document, number, version, clause }: Citation, language: Language): string {
  const mark = number ?? version
  const [before, after] = language === 'zh' ? ['（', '）'] : [' (', ')']
  const stated = mark === null || mark === document ? '' : `${before}${mark}${after}`
  return `《${document}》${stated}${clause ?? ''}`
}

/** A sentence with the document it rests on. */
function remarkText({ text, citation }: Remark, language: Language): string {
  return language === 'zh'
    ? `${text}（${citationText(citation, language)}）`
    : `${text} (${citationText(citation, language)})`
}

/** 附件3第8项 婚姻状况证明 */
export function itemText({ findings }: Answer, { snapshot, language }: Setting): string {
  return findings
    .map(({ name, citation: { list, no } }) => {
      const where = listName(snapshot.lists.get(list) as List, language)
      return language === 'zh' ? `${where}第${no}项 ${name}` : `${where} no. ${no}: ${name}`
    })
    .join('\n')
}

/** What the conclusion rests on: the items' documents, the clause that settles what no item settles, what law says beside them. */
export function basisText({ findings, rule, law }: Answer, language: Language): string {
  const ground = findings.flatMap(({ citation, also = [] }) => [citation, ...also])
  const cited = [...ground, ...[...(rule ? [rule] : []), ...law].map((one) => one.citation)]
  return [...new Set(cited.map((citation) => citationText(citation, language)))].join('\n')
}

/** What to use, or whom to ask, instead. */
export function insteadText({ instead }: Answer, language: Language): string {
  return instead.map((one) => remarkText(one, language)).join('\n')
}

/** What a reader must know beside the conclusion: cases in which it does not hold, what the name may mean, which lists are missing. */
export function cautionText(answer: Answer, language: Language): string {
  const zh = language === 'zh'
  const exceptions = answer.findings.flatMap(({ exceptions }) =>
    exceptions.map((one) => `${zh ? '例外：' : 'Exception: '}${remarkText(one, language)}`),
  )
  const stand = answer.findings.some(({ citation }) => citation.grade !== 'official')
  const candidates = answer.candidates.map(({ item, name }) => `${name}（${item}）`).join(zh ? '、' : ', ')
  const reference = zh
    ? '依据的是参考版，正式附件尚未导入。'
    : 'Rests on a reference edition; the annex itself has not been imported.'
  return [
    ...exceptions,
    ...(candidates ? [`${zh ? '可能是：' : 'May be: '}${candidates}`] : []),
    ...(answer.outcome === 'conflicting' ? [answer.reason] : []),
    ...(stand ? [reference] : []),
  ].join('\n')
}
