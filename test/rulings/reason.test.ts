import t from 'tap'
import type { Finding } from '../../src/rulings/answer.ts'
import { effectSentence } from '../../src/rulings/effect-sentence.ts'
import { type Circumstances, reason } from '../../src/rulings/reason.ts'

const circumstances: Circumstances = {
  question: { kind: 'certificate', name: '表现证明', region: '620802', on: '2026-11-22' },
  outcome: 'ambiguous',
  findings: [],
  rule: undefined,
  closing: [],
  missing: [],
  verdict: 'ask',
  issuer: undefined,
  remark: undefined,
  place: undefined,
  applying: 1,
  where: () => ({ zh: '某区（620802）', en: '某区 (620802)' }),
}

t.test('a name that is not settled sends the caller back to ask with the exact one', async (t) => {
  t.match(reason(circumstances, 'zh'), /^“表现证明”可能指候选事项之一.*以确切名称再查。$/)
  t.match(reason(circumstances, 'en'), /^“表现证明” may mean one of the candidates.*exact name\.$/)
})

t.test('what is on record of a name follows the reason', async (t) => {
  const remarked = { ...circumstances, remark: { zh: '另有说明。', en: 'There is more to it.' } }
  t.match(reason(remarked, 'zh'), /再查。另有说明。$/)
  t.match(reason(remarked, 'en'), /exact name\. There is more to it\.$/)
})

t.test('an item is cited without a document that has neither version nor number', async (t) => {
  const citation = { version: null, number: null, grade: 'official', no: 1 }
  const finding = { name: '某证明', effect: 'permits', citation } as Finding
  const permitted: Circumstances = { ...circumstances, outcome: 'permitted', findings: [{ finding, title: '某清单' }] }
  t.equal(reason(permitted, 'zh'), '“表现证明”即《某清单》第1项“某证明”，村（居）民委员会可以出具。')
  const version = { ...citation, document: '某法', version: '2024-01-01', clause: null }
  const lawful = {
    ...permitted,
    findings: [{ finding: { ...finding, citation: version } as Finding, title: '某清单' }],
  }
  t.match(reason(lawful, 'zh'), /（《某法》（2024-01-01））/)
})

t.test('who must not be responsible is not said to be kept from helping', async (t) => {
  const finding = {
    effect: 'prohibits',
    name: '不得将村级组织作为拆迁等事务的责任主体',
    citation: { grade: 'official' },
  } as Finding
  t.match(effectSentence('task', finding, 'zh'), /^不得由村级组织作为责任主体承担（村级组织能否协助，这一项没有规定）$/)
  t.match(
    effectSentence('task', finding, 'en'),
    /made responsible for it \(whether it may assist, this item does not say\)$/,
  )
  t.equal(effectSentence('task', { ...finding, name: '提供担保' }, 'zh'), '不得交由村级组织承担')
  t.match(effectSentence('task', { ...finding, effect: 'assists' }, 'en'), 'assists the government')
})

t.test('an effect that no list of the kind can have says nothing', async (t) => {
  const finding = { effect: 'own_duty', citation: { grade: 'official' } } as Finding
  t.equal(effectSentence('certificate', finding, 'zh'), '')
  t.equal(effectSentence('task', finding, 'en'), "it is the committee's own statutory duty")
})
