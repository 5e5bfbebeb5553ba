import t from 'tap'
import type { Item, ListFile } from '../../src/lists/list.ts'
import { answerTo } from './snapshot.ts'

const sentence = (text: string) => ({ zh: `${text}。`, en: `${text}!` })
const law = { document: 'law', version: '2024-01-01', clause: '第二条' }
const one: Item = { no: 1, name: '甲证明' }
const annex3 = { id: 'annex-3', annex: 3, items: [one] }
const annex5 = {
  id: 'annex-5',
  annex: 5,
  effect: 'permits' as const,
  region: '620802',
  items: [{ no: 1, name: '丙证明' }],
}
const citation = {
  document: '某通知',
  documentId: 'notice',
  number: '某发〔2023〕1号',
  issuer: '某局',
  version: null,
  clause: '附件',
  grade: 'official',
  list: 'annex-3',
  no: 1,
}

t.test('what a list forbids is answered with all there is to it, and nothing else', async (t) => {
  const items: Item[] = [{ no: 4, name: '乙证明' }, one]
  t.strictSame(answerTo({ lists: [{ ...annex3, items }, annex5] }, { name: '甲证明' }), {
    query: { kind: 'certificate', region: '620802', on: '2026-11-22', name: '甲证明' },
    outcome: 'prohibited',
    allowed: false,
    reason: '“甲证明”即《清单annex-3》第1项“甲证明”（某发〔2023〕1号），不得要求村（居）民委员会出具。',
    issuer: null,
    match: { item: 'annex-3/1', name: '甲证明', method: 'exact', matched: '甲证明' },
    findings: [{ item: 'annex-3/1', name: '甲证明', effect: 'prohibits', exceptions: [], citation }],
    rule: null,
    law: [],
    instead: [],
    candidates: [],
    consulted: [
      { list: 'annex-3', title: '清单annex-3', completeness: 'complete', grade: 'official', items: 2, matched: true },
      { list: 'annex-5', title: '清单annex-5', completeness: 'complete', grade: 'official', items: 1, matched: false },
    ],
    dataset: { version: '2026-11-22.00000000' },
  })
})

t.test('an item brings its own source, grade, exceptions, note, guide and what to use instead', async (t) => {
  const remark = { grade: 'editorial' as const, source: { document: 'letter' } }
  const item: Item = {
    ...one,
    source: law,
    grade: 'reference',
    exceptions: [{ ...remark, text: sentence('除外') }],
    note: sentence('须知'),
    guide: { use: '某用' },
    board: { place: 'interior' },
    instead: [
      { ...remark, text: sentence('曾用'), to: '2026-11-21' },
      { ...remark, text: sentence('改用'), from: '2026-11-22' },
    ],
  }
  const cited = {
    document: '某函',
    documentId: 'letter',
    number: null,
    issuer: null,
    version: null,
    clause: null,
    grade: 'editorial',
  }
  const answer = answerTo({ lists: [{ ...annex3, items: [item] }] }, { name: '甲证明' })
  t.strictSame(answer.findings, [
    {
      item: 'annex-3/1',
      name: '甲证明',
      effect: 'prohibits',
      exceptions: [{ text: '除外。', citation: cited }],
      guide: { use: '某用' },
      board: { place: 'interior' },
      note: '须知。',
      citation: {
        document: '某法',
        documentId: 'law',
        number: null,
        issuer: null,
        version: '2024-01-01',
        from: '2024-03-01',
        clause: '第二条',
        grade: 'reference',
        list: 'annex-3',
        no: 1,
      },
    },
  ])
  t.strictSame(answer.instead, [{ text: '改用。', citation: cited }])
  const english = answerTo({ lists: [{ ...annex3, items: [item] }] }, { name: '甲证明', on: '2026-11-21' }, 'en')
  t.match(english, { findings: [{ exceptions: [{ text: '除外!' }], note: '须知!' }] })
  t.strictSame(english.instead, [{ text: '曾用!', citation: cited }])
})

t.test(
  'a name that may mean several items is answered with candidates and what is on record, and decides nothing',
  async (t) => {
    const instead = [
      { text: sentence('曾用'), grade: 'editorial' as const, source: law, to: '2026-11-21' },
      { text: sentence('另用'), grade: 'editorial' as const, source: law },
    ]
    const record = {
      names: ['某某'],
      reading: 'ask' as const,
      items: ['丙证明', '甲证明'],
      grade: 'editorial' as const,
      reason: sentence('说不清'),
      instead,
    }
    const answer = answerTo({ lists: [annex3, annex5], recorded: [record] }, { name: '某某' })
    t.match(answer, { outcome: 'ambiguous', allowed: null, match: null, rule: null })
    t.strictSame(answer.findings, [])
    t.strictSame(answer.candidates, [
      { item: 'annex-5/1', name: '丙证明', matched: '丙证明', score: 0.9 },
      { item: 'annex-3/1', name: '甲证明', matched: '甲证明', score: 0.88 },
    ])
    t.strictSame(
      answer.instead.map(({ text, citation }) => [text, citation.document, citation.clause, citation.grade]),
      [['另用。', '某法', '第二条', 'editorial']],
    )
    t.equal(answer.reason, '“某某”可能指候选事项之一，仅凭名称不能认定，请核对后以确切名称再查。说不清。')
  },
)

t.test('findings come in the order of the lists, whatever order the name was read in', async (t) => {
  const [b, a] = ['b', 'a'].map((id) => ({ ...annex3, id }))
  const answer = answerTo({ lists: [b as typeof annex3, a as typeof annex3] }, { name: '甲证明' })
  t.same(
    answer.findings.map(({ item }) => item),
    ['a/1', 'b/1'],
  )
  t.same(
    answer.consulted.map(({ list, matched }) => [list, matched]),
    [
      ['a', true],
      ['b', true],
    ],
  )
})

t.test('somebody else’s paper is answered without findings, though a list has its name', async (t) => {
  const world = { lists: [annex3], rules: [{ purpose: 'default' as const, lists: ['annex-3'] }] }
  const asked = { name: '甲证明', issuer: '派出所' }
  const answer = answerTo(world, asked)
  t.match(answer, { outcome: 'not_applicable', allowed: null, rule: null, match: { item: 'annex-3/1' } })
  t.strictSame(answer.findings, [])
  t.match(answerTo(world, { ...asked, issuer: '村委会' }), { outcome: 'prohibited', findings: { length: 1 } })
  const recorded = (reading: 'elsewhere' | 'none') => ({
    ...world,
    recorded: [{ names: ['乙证'], reading, items: [], grade: 'editorial' as const }],
  })
  t.equal(answerTo(recorded('elsewhere'), { name: '乙证' }).outcome, 'not_applicable')
  t.equal(answerTo(recorded('elsewhere'), { name: '乙证', issuer: '村委会' }).outcome, 'not_applicable')
  t.equal(answerTo(recorded('none'), { name: '乙证' }).outcome, 'not_listed')
})

t.test('a stable id names an item, in force or not; what has not its shape is a name', async (t) => {
  const items: Item[] = [one, { no: 12, name: '乙证明', to: '2026-11-21' }, { no: 1234567, name: '丁证明' }]
  const lists = [
    { ...annex3, items },
    { ...annex5, id: 'kept', region: '620821' },
  ]
  const ask = (name: string) => answerTo({ lists }, { name })
  t.match(ask('annex-3/1'), {
    outcome: 'prohibited',
    match: { item: 'annex-3/1', name: '甲证明', method: 'id', matched: 'annex-3/1' },
  })
  t.match(ask('annex-3/1234567'), { match: { name: '丁证明' } })
  const ended = ask('annex-3/12')
  t.match(ended, { outcome: 'undetermined', match: null })
  t.match(ended.reason, /因此不能作答。annex-3\/12“乙证明”在 2026-11-22 对某省某市某区（620802）不适用。$/)
  t.match(
    answerTo({ lists }, { name: 'annex-3/12' }, 'en').reason,
    /not known\. annex-3\/12 “乙证明” does not apply to 某省某市某区 \(620802\) on 2026-11-22\.$/,
  )
  t.match(
    ask('kept/1').reason,
    /kept\/1“丙证明”在 2026-11-22 对某省某市某区（620802）不适用/,
    'its list does not reach the place',
  )
  for (const name of [
    'annex-3/2',
    'annex-3/01',
    'annex-3/0',
    'other/1',
    'annex-3/1/',
    '甲annex-3/1',
    'annex-3/12345678',
  ])
    t.match(ask(name), { match: null, reason: /未列入不足以得出结论，因此不能作答。$/ }, name)
})

t.test('an id of a list with items by the million is read to its last digit and no further', async (t) => {
  const item = { no: 12345678, name: '戊证明' }
  t.match(answerTo({ lists: [{ ...annex3, items: [item] }] }, { name: 'annex-3/12345678' }), { match: null })
})

const rules = [
  { purpose: 'default' as const, lists: ['annex-3', 'annex-5', 'county-annex', 'annex-1'] },
  { purpose: 'precedence' as const, lists: ['annex-3', 'annex-5'] },
]
const lists: (Pick<ListFile, 'id' | 'items'> & Partial<ListFile>)[] = [
  annex3,
  annex5,
  { id: 'county-annex', annex: 7, items: [] },
  { id: 'annex-1', items: [] },
]
const both = [annex3, { ...annex5, items: [{ no: 7, name: '甲证明' }] }]
const missing = [
  { ...annex3, completeness: 'partial' as const },
  { id: 'other', items: [], completeness: 'absent' as const },
  { ...annex5, from: '2026-11-23' },
]
const task = { kind: 'task' as const, title: '事务清单' }
const board = { kind: 'signboard' as const, title: '牌子清单', id: 'boards' }
const hung = (place: 'exterior' | 'interior') => ({
  ...board,
  items: [{ ...one, board: { place } }],
  effect: 'permits' as const,
})

type Asked = Parameters<typeof answerTo>
const sentences: [why: string, world: Asked[0], asked: Asked[1], zh: string, en: string][] = [
  [
    'prohibited',
    { lists: [annex3] },
    { name: '甲证明' },
    '“甲证明”即《清单annex-3》第1项“甲证明”（某发〔2023〕1号），不得要求村（居）民委员会出具。',
    "“甲证明” is item 1 “甲证明” of 《清单annex-3》 (某发〔2023〕1号): a villagers' or residents' committee must not be asked to issue it.",
  ],
  [
    'prohibited twice',
    { lists: [annex3, { ...annex3, id: 'annex-4', source: { document: 'letter' } }] },
    { name: '甲证明' },
    '“甲证明”即《清单annex-3》第1项“甲证明”（某发〔2023〕1号），不得要求村（居）民委员会出具；又即《清单annex-4》第1项“甲证明”，不得要求村（居）民委员会出具。',
    "“甲证明” is item 1 “甲证明” of 《清单annex-3》 (某发〔2023〕1号): a villagers' or residents' committee must not be asked to issue it; also item 1 “甲证明” of 《清单annex-4》: a villagers' or residents' committee must not be asked to issue it.",
  ],
  [
    'permitted by a law, in a reference edition',
    { lists: [{ ...annex5, grade: 'reference', source: law }] },
    { name: '丙证明' },
    '“丙证明”即《清单annex-5》第1项“丙证明”（《某法》（2024-01-01）第二条），村（居）民委员会可以出具（此为参考版，正式附件尚未导入）。',
    "“丙证明” is item 1 “丙证明” of 《清单annex-5》 (《某法》（2024-01-01）第二条): a villagers' or residents' committee may issue it (from a reference edition; the annex itself has not been imported).",
  ],
  [
    'permitted by a law as a whole',
    { lists: [{ ...annex5, source: { document: 'law', version: '2024-01-01' } }] },
    { name: '丙证明' },
    '“丙证明”即《清单annex-5》第1项“丙证明”（《某法》（2024-01-01）），村（居）民委员会可以出具。',
    "“丙证明” is item 1 “丙证明” of 《清单annex-5》 (《某法》（2024-01-01）): a villagers' or residents' committee may issue it.",
  ],
  [
    'conflicting, with a precedence',
    { lists: both, rules },
    { name: '甲证明' },
    '现行清单对“甲证明”的规定相反：《清单annex-3》第1项“甲证明”（某发〔2023〕1号），不得要求村（居）民委员会出具；《清单annex-5》第7项“甲证明”（某发〔2023〕1号），村（居）民委员会可以出具。第1条说明。请人工核实。',
    "Lists in force contradict each other on “甲证明”: item 1 “甲证明” of 《清单annex-3》 (某发〔2023〕1号): a villagers' or residents' committee must not be asked to issue it; item 7 “甲证明” of 《清单annex-5》 (某发〔2023〕1号): a villagers' or residents' committee may issue it. So says rule 1. A person must decide.",
  ],
  [
    'conflicting, where the precedence does not speak of all lists',
    { lists: [...both, { ...annex3, id: 'other' }], rules },
    { name: '甲证明' },
    '现行清单对“甲证明”的规定相反：《清单annex-3》第1项“甲证明”（某发〔2023〕1号），不得要求村（居）民委员会出具；《清单annex-5》第7项“甲证明”（某发〔2023〕1号），村（居）民委员会可以出具；《清单other》第1项“甲证明”（某发〔2023〕1号），不得要求村（居）民委员会出具。请人工核实。',
    "Lists in force contradict each other on “甲证明”: item 1 “甲证明” of 《清单annex-3》 (某发〔2023〕1号): a villagers' or residents' committee must not be asked to issue it; item 7 “甲证明” of 《清单annex-5》 (某发〔2023〕1号): a villagers' or residents' committee may issue it; item 1 “甲证明” of 《清单other》 (某发〔2023〕1号): a villagers' or residents' committee must not be asked to issue it. A person must decide.",
  ],
  [
    'not listed',
    { lists, rules },
    { name: '龘靐' },
    '附件3、附件5、附件7、《清单annex-1》均已完整，其中都没有“龘靐”。第0条说明。',
    'None of annex 3, annex 5, annex 7, 《清单annex-1》 has “龘靐”, and all of them are complete. So says rule 0.',
  ],
  [
    'not listed, where one list is all there is',
    { lists: [annex3], rules: [{ purpose: 'default', lists: ['annex-3'] }] },
    { name: '龘靐' },
    '附件3已完整，其中没有“龘靐”。第0条说明。',
    'annex 3 is complete and does not have “龘靐”. So says rule 0.',
  ],
  [
    'undetermined, because no list speaks of the place',
    { lists: [{ ...annex3, region: '620821' }] },
    { name: '龘靐' },
    '本服务没有在 2026-11-22 适用于某省某市某区（620802）的证明清单，因此不能作答。',
    'This service has no list of certificates that applies to 某省某市某区 (620802) on 2026-11-22, so the answer is not known.',
  ],
  [
    'undetermined, because lists are missing',
    { lists: missing, rules: [{ purpose: 'default', lists: ['annex-3', 'other', 'annex-5', 'unknown'] }] },
    { name: '龘靐' },
    '适用的清单中没有“龘靐”；附件3《清单annex-3》仅收录了一部分，《清单other》尚未提供，附件5《清单annex-5》当日不适用，因此不能作答。',
    'No list that applies has “龘靐”; annex 3 《清单annex-3》 is held in part only, 《清单other》 has not been supplied, annex 5 《清单annex-5》 does not apply on that day, so the answer is not known.',
  ],
  [
    'undetermined, because no rule speaks of silence',
    { lists },
    { name: '龘靐' },
    '在 2026-11-22 适用于某省某市某区（620802）的清单中没有“龘靐”，而未列入不足以得出结论，因此不能作答。',
    'No list that applies to 某省某市某区 (620802) on 2026-11-22 has “龘靐”, and its absence allows no conclusion, so the answer is not known.',
  ],
  [
    'not applicable by its name',
    { lists, recorded: [{ names: ['某证'], reading: 'elsewhere', items: [], grade: 'editorial' }] },
    { name: '某证' },
    '“某证”由其他单位出具；清单只规范村（居）民委员会出具的证明，不能据此要求或取消其他单位出具的材料。',
    "“某证” is issued by another body; the lists speak only of what a villagers' or residents' committee issues.",
  ],
  ...(
    [
      ['certificate', '证明', 'certificate'],
      ['signboard', '牌子', 'board'],
      ['task', '工作事务', 'task'],
    ] as const
  ).map(
    ([kind, zh, en]) =>
      [
        `${kind} not applicable by its issuer`,
        { lists },
        { kind, name: '甲证明', issuer: '某公司' },
        `所问${zh}由“某公司”出具，不是村（居）民委员会；清单只规范村（居）民委员会出具的证明，不能据此要求或取消其他单位出具的材料。`,
        `The ${en} is issued by “某公司”, which is not a villagers' or residents' committee; the lists speak only of what these issue.`,
      ] as (typeof sentences)[number],
  ),
  [
    'a board inside',
    { lists: [hung('interior')] },
    { kind: 'signboard', name: '甲证明' },
    '“甲证明”即《牌子清单》第1项“甲证明”（某发〔2023〕1号），可以悬挂于内部。',
    '“甲证明” is item 1 “甲证明” of 《牌子清单》 (某发〔2023〕1号): it may hang inside.',
  ],
  [
    'a board outside',
    { lists: [hung('exterior')] },
    { kind: 'signboard', name: '甲证明' },
    '“甲证明”即《牌子清单》第1项“甲证明”（某发〔2023〕1号），可以悬挂于外部。',
    '“甲证明” is item 1 “甲证明” of 《牌子清单》 (某发〔2023〕1号): it may hang outside.',
  ],
  [
    'a board that must not hang',
    { lists: [{ ...board, items: [one] }] },
    { kind: 'signboard', name: '甲证明' },
    '“甲证明”即《牌子清单》第1项“甲证明”（某发〔2023〕1号），不得悬挂。',
    '“甲证明” is item 1 “甲证明” of 《牌子清单》 (某发〔2023〕1号): it must not hang.',
  ],
  ...(
    [
      ['prohibits', '不得交由村级组织承担', 'it must not be given to a village'],
      ['permits', '可以由村级组织承担', 'it may be given to a village'],
      ['own_duty', '属于村（居）民委员会依法履行的职责', "it is the committee's own statutory duty"],
      ['assists', '属于村（居）民委员会依法协助政府的工作', 'it is work in which the committee assists the government'],
    ] as const
  ).map(
    ([effect, zh, en]) =>
      [
        `a task of a list that ${effect}`,
        { lists: [{ ...annex3, ...task, effect }] },
        { kind: 'task', name: '甲证明' },
        `“甲证明”即《事务清单》第1项“甲证明”（某发〔2023〕1号），${zh}。`,
        `“甲证明” is item 1 “甲证明” of 《事务清单》 (某发〔2023〕1号): ${en}.`,
      ] as (typeof sentences)[number],
  ),
]

t.test('the sentence for people, word for word, in both languages', async (t) => {
  for (const [why, world, asked, zh, en] of sentences) {
    t.equal(answerTo(world, asked).reason, zh, why)
    t.equal(answerTo(world, asked, 'en').reason, en, why)
  }
})
