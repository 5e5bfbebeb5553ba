import { placeWords } from '../documents/place-in-file.ts'
import { kindWords } from '../intake/messages/place-messages.ts'
import { firstDay } from '../intake/place/new-list.ts'
import type { Fact, Facts } from '../intake/place/printed-facts.ts'
import type { Region } from '../lists/region.ts'
import type { Language, Sentence } from '../lists/terms.ts'
import { textTable } from './text-table.ts'

const FIELDS: Readonly<Record<keyof Facts, Sentence>> = {
  kind: { zh: '类别', en: 'kind' },
  effect: { zh: '含义', en: 'effect' },
  title: { zh: '标题', en: 'title' },
  number: { zh: '文号', en: 'number' },
  issuer: { zh: '发文机关', en: 'issuer' },
  issued: { zh: '印发日期', en: 'issued' },
  from: { zh: '起始日期', en: 'first day' },
  batch: { zh: '批次', en: 'batch' },
}

const VALUES: Readonly<Record<string, Sentence>> = {
  ...kindWords,
  prohibits: { zh: '不应要求（不得）', en: 'must not be asked for' },
  permits: { zh: '可以', en: 'may be' },
  own_duty: { zh: '依法履行的职责', en: 'a duty of its own' },
  assists: { zh: '协助的工作', en: 'work in which it assists' },
  unknown: { zh: '不详', en: 'not known' },
}

/** Where each comes from; of the first day, which rule gave it. */
function origin(field: keyof Facts, { place }: Fact, language: Language): string {
  if (!place) return language === 'zh' ? '选项写明' : 'given by an option'
  const where = placeWords(place)[language]
  if (field !== 'kind' && field !== 'effect') return where
  return language === 'zh' ? `由标题（${where}）` : `by the title (${where})`
}

/** What a new list is to be, each with where it was read: the clerk looks at these before at any item. */
export function factLines(
  facts: Facts,
  id: string | undefined,
  [here]: readonly [Region, ...Region[]],
  language: Language,
): string {
  const zh = language === 'zh'
  const none = zh ? '文件未印' : 'not printed'
  const rows = (Object.keys(FIELDS) as (keyof Facts)[]).map((field) => {
    const fact: Fact | undefined = facts[field]
    const name = FIELDS[field][language]
    if (fact) return [name, VALUES[fact.value]?.[language] ?? fact.value, origin(field, fact, language)]
    const first = field === 'from' ? firstDay(facts) : undefined
    if (first !== undefined) return [name, first, zh ? '取印发日期' : 'the date of issue']
    return [name, '—', none]
  })
  const head = zh
    ? [`${here.name}（${here.code}）的清单`, '读到', '何处']
    : [`list of ${here.name} (${here.code})`, 'read', 'where']
  const named = id === undefined ? [] : [[zh ? '标识' : 'id', id, zh ? '由地区和含义' : 'of place and effect']]
  return textTable([head, ...named, ...rows], 80)
}
