import type { List } from '../catalogue/snapshot.ts'
import type { Setting } from '../checks/judge.ts'
import type { Language } from '../lists/terms.ts'
import type { Answer, Citation, Remark } from '../rulings/answer.ts'
import { listName } from '../rulings/list-name.ts'
import { listState } from './list-state.ts'

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

/** 附件3第8项 婚姻状况证明, as people cite an item; its id is for programs. */
function cited(list: string, no: number | string, name: string, { snapshot, language }: Setting): string {
  const where = listName(snapshot.lists.get(list) as List, language)
  return language === 'zh' ? `${where}第${no}项 ${name}` : `${where} no. ${no}: ${name}`
}

/** The name of an item with the name in its brackets that it was recognised by. */
export const printedName = (name: string, subName: string | undefined, { language }: Pick<Setting, 'language'>) =>
  subName === undefined ? name : language === 'zh' ? `${name}（括注“${subName}”）` : `${name} (names “${subName}”)`

/** The items that were found, one a line. */
export function itemText({ findings }: Answer, setting: Setting): string {
  return findings
    .map(({ name, subName, citation: { list, no } }) => cited(list, no, printedName(name, subName, setting), setting))
    .join('\n')
}

/** What the conclusion rests on: the items' documents, the clause that settles what no item settles, what law says beside them. */
export function basisText({ findings, rule, law }: Answer, language: Language): string {
  const grounds = [...findings, ...(rule ? [rule] : []), ...law]
  const cited = grounds.flatMap(({ citation, also = [] }) => [citation, ...also])
  return [...new Set(cited.map((citation) => citationText(citation, language)))].join('\n')
}

/** What to use, or whom to ask, instead. */
export function insteadText({ instead }: Answer, language: Language): string {
  return instead.map((one) => remarkText(one, language)).join('\n')
}

/** What a reader must know beside the conclusion: cases in which it does not hold, what the name may mean, which lists are missing. */
export function cautionText(answer: Answer, setting: Setting): string {
  const { language } = setting
  const zh = language === 'zh'
  const exceptions = answer.findings.flatMap(({ exceptions }) =>
    exceptions.map((one) => `${zh ? '例外：' : 'Exception: '}${remarkText(one, language)}`),
  )
  const stand = answer.findings.some(({ citation }) => citation.grade !== 'official')
  const candidates = answer.candidates
    .map(({ item, name, matched }) => {
      const shown = name === matched ? name : `${name}（${matched}）`
      return cited(...(item.split('/') as [string, string]), shown, setting)
    })
    .join(zh ? '、' : ', ')
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

/** The lists that a name waits for, with how far they are held. */
export function lackingText({ consulted }: Answer, { snapshot, language }: Setting): string {
  const lacking = consulted.filter(({ completeness }) => completeness !== 'complete')
  return listState(
    lacking.map(({ list }) => snapshot.lists.get(list) as List),
    language,
  )
    .map((one) => one.join(language === 'zh' ? '：' : ': '))
    .join('\n')
}
