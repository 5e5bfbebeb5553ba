import type { Snapshot } from '../../src/catalogue/snapshot.ts'
import { holdsAt, type Moment } from '../../src/lists/bases.ts'
import type { Document } from '../../src/lists/document.ts'
import type { ListFile } from '../../src/lists/list.ts'
import type { RecordedName } from '../../src/lists/recorded-name.ts'
import type { Rule } from '../../src/lists/rule.ts'
import type { Language } from '../../src/lists/terms.ts'
import { indexList } from '../../src/names/index/index-list.ts'
import { indexRecords } from '../../src/names/index/index-records.ts'
import { answerQuestion } from '../../src/rulings/answer-question.ts'
import type { Question } from '../../src/rulings/question.ts'

const documents: Document[] = [
  { id: 'notice', title: '某通知', number: '某发〔2023〕1号', issuer: '某局' },
  { id: 'law', title: '某法', versions: [{ date: '2024-01-01', from: '2024-03-01' }] },
  { id: 'letter', title: '某函' },
]

const regions = [
  { code: '100000', name: '全国' },
  { code: '620000', name: '某省', parent: '100000' },
  { code: '620800', name: '某市', parent: '620000' },
  { code: '620802', name: '某区', parent: '620800' },
  { code: '620821', name: '邻县', parent: '620800' },
]

/** Made-up data, so that what is expected can be written out in full. */
interface World {
  readonly lists: readonly (Pick<ListFile, 'id' | 'items'> & Partial<ListFile>)[]
  readonly rules?: readonly (Pick<Rule, 'purpose' | 'lists'> & Partial<Rule>)[]
  readonly recorded?: readonly RecordedName[]
}

export function snapshotOf({ lists, rules = [], recorded = [] }: World): Snapshot {
  const held = new Map(documents.map((document) => [document.id, document]))
  const records = indexRecords({ recorded: [...recorded] })
  const whole = lists.map((list) => ({
    kind: 'certificate' as const,
    effect: 'prohibits' as const,
    title: `清单${list.id}`,
    issuer: '某局',
    custodian: { name: '某局', source: { document: 'notice' } },
    region: '100000',
    completeness: 'complete' as const,
    grade: 'official' as const,
    source: { document: 'notice', clause: '附件' },
    reviewed: '2026-11-22',
    ...list,
    size: list.items.length,
    item: (no: number) => list.items.find((item) => item.no === no),
    names: indexList(list, records),
    holds: (no: number, moment: Moment) => list.items.some((item) => item.no === no && holdsAt(held, item, moment)),
  }))
  const wholeRules = rules.map((rule, at) => ({
    id: `rule-${at}`,
    kind: 'certificate' as const,
    region: '620802',
    text: { zh: `第${at}条说明。`, en: `So says rule ${at}.` },
    grade: 'official' as const,
    source: { document: 'notice', clause: `第${at}条` },
    ...rule,
  }))
  return {
    version: '2026-11-22.00000000',
    contentHash: '',
    builtAt: '',
    remarks: [],
    statutoryBoards: [],
    replacedRegions: new Map(),
    regions: new Map(regions.map((region) => [region.code, region])),
    documents: held,
    rulesByRegion: Map.groupBy(wholeRules, ({ region }) => region),
    lists: new Map(whole.map((list) => [list.id, list])),
    names: { certificate: records, signboard: records, task: records },
    listsByRegion: Map.groupBy(whole, ({ region }) => region),
  }
}

/** The answer to a question of this day in this district about a certificate, unless it says otherwise. */
export function answerTo(
  world: World,
  question: Partial<Question> & Pick<Question, 'name'>,
  language: Language = 'zh',
) {
  return answerQuestion(
    snapshotOf(world),
    { kind: 'certificate', region: '620802', on: '2026-11-22', ...question },
    language,
  )
}
