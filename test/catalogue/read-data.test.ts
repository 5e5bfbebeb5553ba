import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { contentHash } from '../../src/catalogue/data-files.ts'
import { readData } from '../../src/catalogue/read-data.ts'
import { DataError } from '../../src/lists/data-set.ts'
import { type Data, itemIn, listIn, listOf, reviewedData, reviewedFolder, writeData } from '../data-folder.ts'

const source = { document: 'notice-2023' }
const sentence = { zh: '字', en: 'word' }
const nowhere = { document: 'no-such-document' }
const rule = (data: Data) => data.rules[0] ?? {}
const document = (data: Data) => data.documents[0] ?? {}
const recorded = (data: Data, fields: object) => {
  const name = { names: ['某证明'], reading: 'same', items: ['死亡证明'], grade: 'editorial', ...fields }
  data.names = { certificate: { kind: 'certificate', recorded: [name as never] } }
}

/** Each way to break the data, and the problem that names file, item and field. */
const broken: [why: string, change: (data: Data) => void, problem: string | RegExp][] = [
  // what the schemas refuse
  [
    'an item without a name',
    (data) => Object.assign(itemIn(data, 'annex-3', 8), { name: undefined }),
    /^lists\/annex-3\.json: items\[8\] .*name/,
  ],
  [
    'an empty name',
    (data) => Object.assign(itemIn(data, 'annex-3', 8), { name: '' }),
    /^lists\/annex-3\.json: items\[8\]\.name /,
  ],
  [
    'an item number of zero',
    (data) => Object.assign(itemIn(data, 'annex-3', 8), { no: 0 }),
    /^lists\/annex-3\.json: items\[8\]\.no /,
  ],
  [
    'a field that is not known',
    (data) => Object.assign(itemIn(data, 'annex-3', 8), { nmae: 'x' }),
    /^lists\/annex-3\.json: items\[8\] .*nmae/,
  ],
  [
    'a sub-name that is no text',
    (data) => Object.assign(itemIn(data, 'annex-3', 8), { subNames: ['a', 1] }),
    /^lists\/annex-3\.json: items\[8\]\.subNames\[2\] /,
  ],
  [
    'a place that does not exist',
    (data) => Object.assign(itemIn(data, 'annex-7', 1), { board: { place: 'roof' } }),
    /^lists\/annex-7\.json: items\[1\]\.board\.place /,
  ],
  [
    'an unknown kind',
    (data) => Object.assign(listIn(data, 'annex-3'), { kind: 'licence' }),
    'lists/annex-3.json: kind must be equal to one of the allowed values: certificate, signboard, task',
  ],
  [
    'an unknown completeness',
    (data) => Object.assign(listIn(data, 'annex-3'), { completeness: 'full' }),
    /^lists\/annex-3\.json: completeness /,
  ],
  [
    'an unknown grade',
    (data) => Object.assign(listIn(data, 'annex-3'), { grade: 'hearsay' }),
    /^lists\/annex-3\.json: grade /,
  ],
  [
    'a list without a source',
    (data) => Object.assign(listIn(data, 'annex-3'), { source: undefined }),
    /^lists\/annex-3\.json: the file .*source/,
  ],
  [
    'a list without a custodian',
    (data) => Object.assign(listIn(data, 'annex-3'), { custodian: undefined }),
    /^lists\/annex-3\.json: the file .*custodian/,
  ],
  [
    'a note in one language',
    (data) => Object.assign(listIn(data, 'annex-3'), { note: { zh: '字' } }),
    /^lists\/annex-3\.json: note .*en/,
  ],
  [
    'a day with one digit',
    (data) => Object.assign(listIn(data, 'annex-3'), { from: '2020-4-27' }),
    /^lists\/annex-3\.json: from /,
  ],
  [
    'a region of five digits',
    (data) => Object.assign(listIn(data, 'annex-3'), { region: '62080' }),
    /^lists\/annex-3\.json: region /,
  ],
  [
    'a document without a title',
    (data) => Object.assign(document(data), { title: undefined }),
    /^documents\.json: \[1\] .*title/,
  ],
  [
    'a document id in capitals',
    (data) => Object.assign(document(data), { id: 'Notice' }),
    /^documents\.json: \[1\]\.id /,
  ],
  [
    'a region without a name',
    (data) => Object.assign(data.regions.regions[0] ?? {}, { name: '' }),
    /^regions\.json: regions\[1\]\.name /,
  ],
  [
    'a rule of an unknown purpose',
    (data) => Object.assign(rule(data), { purpose: 'hint' }),
    /^rules\.json: \[1\]\.purpose /,
  ],
  ['a rule about no list', (data) => Object.assign(rule(data), { lists: [] }), /^rules\.json: \[1\]\.lists /],
  [
    'a recorded name without names',
    (data) => recorded(data, { names: [] }),
    /^names\/certificate\.json: recorded\[1\]\.names /,
  ],
  [
    'an unknown reading',
    (data) => recorded(data, { reading: 'maybe' }),
    /^names\/certificate\.json: recorded\[1\]\.reading /,
  ],
  // what only the data as a whole can show
  [
    'a list in a file of another name',
    (data) => Object.assign(listIn(data, 'annex-3'), { id: 'annex-8' }),
    'lists/annex-3.json: id is annex-8, which belongs into lists/annex-8.json',
  ],
  [
    'a list that cites a document we do not hold',
    (data) => Object.assign(listIn(data, 'annex-3'), { source: nowhere }),
    'lists/annex-3.json: source.document no-such-document is not in documents.json',
  ],
  [
    'a custodian from nowhere',
    (data) => Object.assign(listIn(data, 'annex-3').custodian, { source: nowhere }),
    'lists/annex-3.json: custodian: source.document no-such-document is not in documents.json',
  ],
  [
    'an item from nowhere',
    (data) => Object.assign(itemIn(data, 'annex-3', 8), { source: nowhere }),
    'lists/annex-3.json: item 8: source.document no-such-document is not in documents.json',
  ],
  [
    'an exception from nowhere',
    (data) =>
      Object.assign(itemIn(data, 'annex-3', 8), {
        exceptions: [{ text: sentence, grade: 'editorial', source: nowhere }],
      }),
    'lists/annex-3.json: item 8: exceptions: source.document no-such-document is not in documents.json',
  ],
  [
    'an alternative from nowhere',
    (data) =>
      Object.assign(itemIn(data, 'annex-3', 8), { instead: [{ text: sentence, grade: 'editorial', source: nowhere }] }),
    'lists/annex-3.json: item 8: instead: source.document no-such-document is not in documents.json',
  ],
  [
    'an alternative that ends before it begins',
    (data) =>
      Object.assign(itemIn(data, 'annex-3', 8), {
        instead: [{ text: sentence, grade: 'editorial', source, from: '2026-02-01', to: '2026-01-31' }],
      }),
    'lists/annex-3.json: item 8: instead: from 2026-02-01 is later than to 2026-01-31',
  ],
  [
    'a rule from nowhere',
    (data) => Object.assign(rule(data), { source: nowhere }),
    'rules.json: default-certificate: source.document no-such-document is not in documents.json',
  ],
  [
    'a rule about a list that is not there',
    (data) => Object.assign(rule(data), { lists: ['annex-9'] }),
    'rules.json: default-certificate: lists names annex-9, which is not in lists/',
  ],
  [
    'a rule for a region that is not there',
    (data) => Object.assign(rule(data), { region: '990000' }),
    'rules.json: default-certificate: region 990000 is not in regions.json',
  ],
  [
    'a recorded name from nowhere',
    (data) => recorded(data, { source: nowhere }),
    'names/ (certificate): 某证明: source.document no-such-document is not in documents.json',
  ],
  [
    'what a recorded name says to use instead, from nowhere',
    (data) => recorded(data, { instead: [{ text: sentence, grade: 'editorial', source: nowhere }] }),
    'names/ (certificate): 某证明: instead: source.document no-such-document is not in documents.json',
  ],
  [
    'a list for a region that is not there',
    (data) => Object.assign(listIn(data, 'annex-3'), { region: '990000' }),
    'lists/annex-3.json: region 990000 is not in regions.json',
  ],
  [
    'a region below one that is not there',
    (data) => data.regions.regions.push({ code: '990100', name: '某市', parent: '990000' }),
    'regions.json: 990100: parent: region 990000 is not in regions.json',
  ],
  [
    'a region below itself',
    (data) => data.regions.regions.push({ code: '990100', name: '某市', parent: '990100' }),
    'regions.json: 990100: parent leads back to 990100',
  ],
  [
    'a list from a day that does not exist',
    (data) => Object.assign(listIn(data, 'annex-3'), { from: '2023-02-30' }),
    'lists/annex-3.json: from 2023-02-30 is not a day of the calendar',
  ],
  [
    'an item to a day that does not exist',
    (data) => Object.assign(itemIn(data, 'annex-3', 8), { to: '2023-02-29' }),
    'lists/annex-3.json: item 8: to 2023-02-29 is not a day of the calendar',
  ],
  [
    'a list reviewed on a day that does not exist',
    (data) => Object.assign(listIn(data, 'annex-3'), { reviewed: '2026-11-31' }),
    'lists/annex-3.json: reviewed 2026-11-31 is not a day of the calendar',
  ],
  [
    'a document from a day that does not exist',
    (data) => Object.assign(document(data), { from: '2023-09-31' }),
    'documents.json: notice-2023: from 2023-09-31 is not a day of the calendar',
  ],
  [
    'a document made public on a day that does not exist',
    (data) => Object.assign(document(data), { published: '2023-02-30' }),
    'documents.json: notice-2023: published 2023-02-30 is not a day of the calendar',
  ],
  [
    'a law of a version that does not exist',
    (data) => Object.assign(document(data), { versions: [{ date: '2023-02-29', from: '2023-03-01' }] }),
    'documents.json: notice-2023: version 2023-02-29: date 2023-02-29 is not a day of the calendar',
  ],
  [
    'versions that overlap',
    (data) =>
      Object.assign(document(data), {
        versions: [
          { date: '2018-01-01', from: '2018-01-01', to: '2020-01-01' },
          { date: '2019-12-01', from: '2020-01-01' },
        ],
      }),
    'documents.json: notice-2023: version 2018-01-01 must end before 2020-01-01, when 2019-12-01 begins',
  ],
  [
    'a version without an end before the next',
    (data) =>
      Object.assign(document(data), {
        versions: [
          { date: '2018-01-01', from: '2018-01-01' },
          { date: '2019-12-01', from: '2020-01-01' },
        ],
      }),
    'documents.json: notice-2023: version 2018-01-01 must end before 2020-01-01, when 2019-12-01 begins',
  ],
  [
    'a successor from nowhere',
    (data) => Object.assign(document(data), { successor: 'no-such-document' }),
    'documents.json: notice-2023: successor no-such-document is not in documents.json',
  ],
  [
    'a law cited without its version',
    (data) => Object.assign(itemIn(data, 'annex-3', 8), { source: { document: 'xiaofang-fa' } }),
    'lists/annex-3.json: item 8: source.version must be one of xiaofang-fa: 2021-04-29',
  ],
  [
    'a law cited in a version that is not held',
    (data) =>
      Object.assign(itemIn(data, 'annex-3', 8), { bases: [{ document: 'xiaofang-fa', version: '2008-10-28' }] }),
    'lists/annex-3.json: item 8: bases: source.version must be one of xiaofang-fa: 2021-04-29',
  ],
  [
    'a version of what has none',
    (data) => Object.assign(itemIn(data, 'annex-3', 8), { source: { document: 'notice-2023', version: '2023-08-31' } }),
    'lists/annex-3.json: item 8: source.version 2023-08-31: notice-2023 has no versions',
  ],
  [
    'a source beside bases',
    (data) => Object.assign(itemIn(data, 'annex-3', 8), { source, bases: [source] }),
    'lists/annex-3.json: item 8: has both source and bases',
  ],
  [
    'a basis that ends before it begins',
    (data) =>
      Object.assign(itemIn(data, 'annex-3', 8), {
        bases: [{ document: 'xiaofang-fa', version: '2021-04-29', from: '2023-01-02', to: '2023-01-01' }],
      }),
    'lists/annex-3.json: item 8: bases: from 2023-01-02 is later than to 2023-01-01',
  ],
  [
    'a rule that rests on nothing',
    (data) => Object.assign(rule(data), { source: undefined }),
    'rules.json: default-certificate: has no source',
  ],
  [
    'outcomes of a rule that settles',
    (data) => Object.assign(rule(data), { outcomes: ['prohibited'] }),
    'rules.json: default-certificate: a rule has outcomes if its purpose is statute, and only then',
  ],
  [
    'an item that means what its kind cannot',
    (data) => Object.assign(itemIn(data, 'annex-3', 8), { effect: 'assists' }),
    'lists/annex-3.json: item 8: effect assists does not go with kind certificate; allowed: prohibits, permits',
  ],
  [
    'a basis that means what its kind cannot',
    (data) =>
      Object.assign(itemIn(data, 'annex-3', 8), {
        bases: [{ document: 'xiaofang-fa', version: '2021-04-29', effect: 'own_duty' }],
      }),
    'lists/annex-3.json: item 8: effect own_duty does not go with kind certificate; allowed: prohibits, permits',
  ],
  [
    'a document printed in a month that does not exist',
    (data) => Object.assign(document(data), { issued: '2023-13' }),
    'documents.json: notice-2023: issued 2023-13 is not a day of the calendar',
  ],
  [
    'a list imported on a day that does not exist',
    (data) =>
      Object.assign(listIn(data, 'annex-3'), {
        provenance: { file: '附件3.docx', sha256: '0'.repeat(64), imported: '2026-09-31' },
      }),
    'lists/annex-3.json: provenance: imported 2026-09-31 is not a day of the calendar',
  ],
  [
    'a list that ends before it begins',
    (data) => Object.assign(listIn(data, 'annex-3'), { to: '2020-04-26' }),
    'lists/annex-3.json: from 2020-04-27 is later than to 2020-04-26',
  ],
  [
    'a rule that ends before it begins',
    (data) => Object.assign(rule(data), { to: '2023-08-30' }),
    'rules.json: default-certificate: from 2023-08-31 is later than to 2023-08-30',
  ],
  [
    'two items of one number',
    (data) => Object.assign(itemIn(data, 'annex-3', 9), { no: 8 }),
    'lists/annex-3.json: item number 8 is used twice',
  ],
  [
    'two documents of one id',
    (data) => data.documents.push({ id: 'notice-2023', title: '又一份' }),
    'documents.json: id notice-2023 is used twice',
  ],
  [
    'two regions of one code',
    (data) => data.regions.regions.push({ code: '620802', name: '又一区', parent: '620800' }),
    'regions.json: code 620802 is used twice',
  ],
  [
    'a replaced code that is in force',
    (data) => data.regions.replaced.push({ code: '620802', name: '某区', to: ['620800'] }),
    'regions.json: replaced 620802: is in force',
  ],
  [
    'a replaced code whose successor is not there',
    (data) => data.regions.replaced.push({ code: '990101', name: '某县', to: ['990102'] }),
    'regions.json: replaced 990101: to: region 990102 is not in regions.json',
  ],
  [
    'a successor that is named twice',
    (data) => data.regions.replaced.push({ code: '990101', name: '某县', to: ['620802', '620802'] }),
    'regions.json: replaced 990101: to 620802 is used twice',
  ],
  [
    'a replaced code that began after its end',
    (data) => data.regions.replaced.push({ code: '990101', name: '某县', to: ['620802'], since: 2003, until: 2002 }),
    'regions.json: replaced 990101: since 2003 is later than until 2002',
  ],
  [
    'two replaced codes alike',
    (data) => data.regions.replaced.push({ code: '622701', name: '平凉市', to: ['620802'] }),
    'regions.json: replaced code 622701 is used twice',
  ],
  [
    'two rules of one id',
    (data) => Object.assign(data.rules[1] ?? {}, { id: 'default-certificate' }),
    'rules.json: id default-certificate is used twice',
  ],
  [
    'an effect that makes no sense for the kind',
    (data) => Object.assign(listIn(data, 'annex-3'), { effect: 'own_duty' }),
    'lists/annex-3.json: effect own_duty does not go with kind certificate; allowed: prohibits, permits',
  ],
  [
    'an absent list with items',
    (data) => Object.assign(listIn(data, 'annex-3'), { completeness: 'absent' }),
    'lists/annex-3.json: completeness is absent, so items must be empty',
  ],
  [
    'a complete list without items',
    (data) => Object.assign(listIn(data, 'annex-4'), { completeness: 'complete' }),
    'lists/annex-4.json: completeness is complete, so items must not be empty',
  ],
  [
    'a synonym of nothing',
    (data) => recorded(data, { items: [] }),
    'names/ (certificate): 某证明: reading same does not go with 0 items',
  ],
  [
    'a recorded name of an item that no list prints',
    (data) => recorded(data, { source, items: ['死亡证名'] }),
    'names/ (certificate): 某证明: no list of certificate prints an item “死亡证名”, and wording.printed does not declare it',
  ],
  [
    'a recorded name with a class of words that is not there',
    (data) => recorded(data, { source, names: ['某证明', '{某类}证明'] }),
    'names/ (certificate): 某证明: there is no class of words {某类}',
  ],
  [
    'a name of signs alone',
    (data) => Object.assign(itemIn(data, 'annex-3', 8), { name: '（）' }),
    'lists/annex-3.json: item 8: “（）” has no letter or digit to be read by',
  ],
  [
    'a printed sub-name of signs alone',
    (data) => Object.assign(itemIn(data, 'annex-3', 8), { subNames: ['离婚证明', '—'] }),
    'lists/annex-3.json: item 8: “—” has no letter or digit to be read by',
  ],
  [
    'a recorded name of signs alone',
    (data) => recorded(data, { source, names: ['？'] }),
    'names/ (certificate): ？: “？” has no letter or digit to be read by',
  ],
  [
    'two files for the names of one kind',
    (data) => {
      data.names.more = { kind: 'certificate', recorded: [] }
    },
    'names/: kind certificate is used twice',
  ],
  [
    'a question without candidates',
    (data) => recorded(data, { reading: 'ask', items: [] }),
    'names/ (certificate): 某证明: reading ask does not go with 0 items',
  ],
  [
    'no meaning, but an item',
    (data) => recorded(data, { reading: 'none' }),
    'names/ (certificate): 某证明: reading none does not go with 1 items',
  ],
]

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read()
    return []
  } catch (error) {
    if (error instanceof DataError) return error.problems
    throw error
  }
}

t.test('the reviewed data is sound', async (t) => {
  t.same(
    problemsOf(() => readData(reviewedFolder)),
    [],
  )
})

t.test('recorded names are read with the kind of their file', async (t) => {
  const data = reviewedData()
  recorded(data, { source })
  const { dataDir } = writeData(t, data)
  t.match(readData(dataDir).names[0]?.recorded.at(-1), { names: ['某证明'], reading: 'same' })
})

t.test('data that cannot be used is refused with a problem that names file, item and field', async (t) => {
  for (const [why, change, problem] of broken) {
    await t.test(why, async (t) => {
      const data = reviewedData()
      change(data)
      const { dataDir } = writeData(t, data)
      const problems = problemsOf(() => readData(dataDir))
      t.ok(
        problems.some((one) => (typeof problem === 'string' ? one === problem : problem.test(one))),
        problems.join('\n'),
      )
    })
  }
})

t.test('a document may have been printed on a day or in a month', async (t) => {
  for (const issued of ['2024-02-29', '2023-12']) {
    const data = reviewedData()
    Object.assign(document(data), { issued })
    t.equal(readData(writeData(t, data).dataDir).documents[0]?.issued, issued)
  }
})

t.test('all problems are told at once, but not hundreds for one file', async (t) => {
  const data = reviewedData()
  data.lists.one = listOf({ id: 'one', region: '990000', source: nowhere, items: [] })
  data.lists.two = listOf({ id: 'two', from: '2023-02-30', items: [] })
  const several = writeData(t, data)
  t.equal(problemsOf(() => readData(several.dataDir)).length, 5)
  await t.test('broken items', async (t) => {
    const data = reviewedData()
    const items = Array.from({ length: 300 }, () => ({ no: 1, name: '' }))
    data.lists.one = listOf({ id: 'one', items })
    data.lists.two = listOf({ id: 'two', items: [{ no: 1, name: '' }] })
    const { dataDir } = writeData(t, data)
    const problems = problemsOf(() => readData(dataDir))
    t.ok(problems.filter((problem) => problem.startsWith('lists/one.json')).length <= 20)
    t.ok(problems.some((problem) => problem.startsWith('lists/two.json: items[1].name')))
  })
})

t.test('a data folder', async (t) => {
  const place = (t: Parameters<typeof writeData>[0]) => writeData(t, reviewedData()).dataDir

  t.test('must be there', async (t) => {
    const missing = join(t.testdir({}), 'data')
    const problems = problemsOf(() => readData(missing))
    t.match(problems, { length: 1, 0: /no such file or directory.*DATA_DIR must name the folder with the lists/ })
    t.ok(problems[0]?.startsWith(missing))
  })

  t.test('must have lists/', async (t) => {
    const dataDir = place(t)
    rmSync(join(dataDir, 'lists'), { recursive: true })
    t.match(
      problemsOf(() => readData(dataDir)),
      [/lists: .*; the data folder needs lists\/$/],
    )
  })

  t.test('need not say which codes were replaced', async (t) => {
    const data = reviewedData()
    Object.assign(data.regions, { replaced: undefined })
    t.same(readData(writeData(t, data).dataDir).replacedRegions, [])
  })

  t.test('need not have names/: no name is on record then', async (t) => {
    const dataDir = place(t)
    rmSync(join(dataDir, 'names'), { recursive: true })
    t.same(readData(dataDir).names, [])
  })

  t.test('has names/ as a folder if at all', async (t) => {
    const dataDir = place(t)
    rmSync(join(dataDir, 'names'), { recursive: true })
    writeFileSync(join(dataDir, 'names'), '')
    t.match(
      problemsOf(() => readData(dataDir)),
      [/names: .*; the data folder needs names\//],
    )
  })

  t.test('must have its three files', async (t) => {
    const dataDir = place(t)
    for (const file of ['documents.json', 'regions.json', 'rules.json']) rmSync(join(dataDir, file))
    const problems = problemsOf(() => readData(dataDir))
    t.match(problems, [/^documents\.json: ENOENT/, /^regions\.json: ENOENT/, /^rules\.json: ENOENT/])
  })

  t.test('must hold JSON', async (t) => {
    const dataDir = place(t)
    writeFileSync(join(dataDir, 'lists/annex-4.json'), '{"id": "annex-4",')
    t.match(
      problemsOf(() => readData(dataDir)),
      [/^lists\/annex-4\.json: .*JSON/],
    )
  })

  t.test('may hold other files, which are not read and are no part of the version', async (t) => {
    const dataDir = place(t)
    const hash = contentHash({ dataDir })
    for (const name of [
      'rule.json',
      'rules.json~',
      '.rules.json.swp',
      'rules copy.json',
      'lists/x.txt',
      'names/names.bak',
    ])
      writeFileSync(join(dataDir, name), 'not JSON')
    mkdirSync(join(dataDir, 'package.json'))
    writeFileSync(join(dataDir, 'lists/README.md'), 'not JSON')
    writeFileSync(join(dataDir, 'lists/.annex-4.json.swp.json'), 'not JSON')
    mkdirSync(join(dataDir, 'drafts'))
    t.equal(readData(dataDir).lists.length, Object.keys(reviewedData().lists).length)
    t.equal(contentHash({ dataDir }), hash)
    writeFileSync(join(dataDir, 'lists/x.json'), '{}')
    t.not(contentHash({ dataDir }), hash)
    t.match(
      problemsOf(() => readData(dataDir)),
      [/^lists\/x\.json: /],
    )
  })

  t.test('has no list or names whose ending is written otherwise and would go unread', async (t) => {
    const dataDir = place(t)
    for (const name of ['lists/annex-8.JSON', 'lists/annex-9.Json', 'lists/._annex-9.JSON', 'names/old.json.bak'])
      writeFileSync(join(dataDir, name), '{}')
    const unread = ': is not read; its name must end in .json, in small letters'
    const refused = [join(dataDir, `lists/annex-8.JSON${unread}`), join(dataDir, `lists/annex-9.Json${unread}`)]
    t.same(
      problemsOf(() => readData(dataDir)),
      refused,
    )
    t.throws(() => contentHash({ dataDir }), { name: 'DataError' })
  })

  t.test('whose file has a mistyped name lacks that file', async (t) => {
    const dataDir = place(t)
    renameSync(join(dataDir, 'rules.json'), join(dataDir, 'rule.json'))
    t.match(
      problemsOf(() => readData(dataDir)),
      [/^rules\.json: ENOENT/],
    )
  })
})
