import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { buildApp } from '../../src/app.ts'
import { openCatalogue } from '../../src/catalogue/read-snapshot.ts'
import type { Snapshot } from '../../src/catalogue/snapshot.ts'
import { annexFiles } from '../../src/intake/annex-files.ts'
import { readAnnexFolder } from '../../src/intake/annex-folder.ts'
import { DataError } from '../../src/lists/data-set.ts'
import { ask } from '../ask-service.ts'
import { reviewedData, writeData } from '../data-folder.ts'
import { certificates, placeAnnex } from './made/place-annex.ts'
import { docx, p, r, raw, simple, tbl } from './made/word.ts'

const annex = simple([
  ['1', '林木采伐申请证明'],
  ['2', '居住证明'],
])
const reviewed = reviewedData()
const lists = Object.values(reviewed.lists)
const beneath = (held: typeof lists) => ({
  lists: held,
  documents: reviewed.documents,
  divisions: { regions: reviewed.regions.regions, replaced: reviewed.regions.replaced },
})

async function refusal(work: Promise<unknown> | (() => unknown)): Promise<string> {
  try {
    await (typeof work === 'function' ? work() : work)
  } catch (error) {
    if (error instanceof DataError) return error.problems.join('\n')
    throw error
  }
  return 'not refused'
}

t.test('the name of a file says which list it is for', async (t) => {
  for (const [file, list] of [
    ['附件5.docx', 'annex-5'],
    ['附件 5.docx', 'annex-5'],
    ['附件５.xlsx', 'annex-5'],
    ['附件五.csv', 'annex-5'],
    ['附件5 平凉市各部门拟保留.DOCX', 'annex-5'],
    ['annex-5.docx', 'annex-5'],
    ['national-certificates.csv', 'national-certificates'],
  ] as const) {
    t.same(annexFiles(t.testdir({ [file]: '' })), [{ file, list }], file)
  }
})

t.test('what nobody meant to be read is passed over', async (t) => {
  const left = { '~$附件5.docx': '', '.附件5.docx': '', '..data': {}, 'README.txt': '', '说明.pdf': '' }
  t.same(annexFiles(t.testdir(left)), [])
})

t.test('what seems meant but does not say for which list is refused, and so are two for one', async (t) => {
  for (const file of ['附件八.docx', '附件15.docx', '附件5.txt', '清单.docx', '清单.doc']) {
    t.match(
      await refusal(() => annexFiles(t.testdir({ [file]: '' }))),
      `${file}: the name does not say which list`,
      file,
    )
  }
  const both = t.testdir({ '附件5.docx': '', 'annex-5.xlsx': '' })
  t.match(await refusal(() => annexFiles(both)), '附件5.docx: annex-5.xlsx is for annex-5 too; leave one of them')
  t.match(await refusal(() => annexFiles(join(both, 'nowhere'))), /nowhere: .*ANNEX_DIR must name the folder/)
})

t.test('a file of a format that is not read is not told to go by another name, but what to do with it', async (t) => {
  t.same(annexFiles(t.testdir({ '附件5.doc': '' })), [{ file: '附件5.doc', list: 'annex-5' }])
  const said = async (file: string) => {
    const error = await refusal(() => readAnnexFolder(t.testdir({ [file]: 'x' }), beneath(lists)))
    t.notMatch(error, /does not say which list|改名/)
    return error
  }
  t.match(await said('附件5.pdf'), '附件5.pdf：这是 PDF 文件')
  t.match(await said('附件5（扫描件）.jpg'), '这是图片')
  t.match(await said('附件5.ofd'), '这是 OFD 版式文件')
})

t.test('an annex is read on top of its list', async (t) => {
  const folder = t.testdir({ '附件5.docx': annex })
  const { lists: read, remarks } = await readAnnexFolder(folder, beneath(lists))
  t.same(
    read.map((list) => list.id),
    lists.map((list) => list.id),
  )
  t.match(
    read.find((list) => list.id === 'annex-5'),
    {
      completeness: 'complete',
      grade: 'official',
      items: [
        { no: 1, name: '林木采伐申请证明' },
        { no: 2, name: '居住证明' },
      ],
      provenance: { file: '附件5.docx' },
    },
  )
  t.same(remarks, [])
})

t.test('what is read depends on the bytes of the annex, not on when they came to this machine', async (t) => {
  const folder = t.testdir({ '附件5.docx': annex })
  const file = join(folder, '附件5.docx')
  const before = await readAnnexFolder(folder, beneath(lists))
  const evening = new Date('2026-03-01T17:00:00Z')
  utimesSync(file, evening, evening)
  t.strictSame(await readAnnexFolder(folder, beneath(lists)), before)
  const list = before.lists.find(({ id }) => id === 'annex-5')
  t.equal(
    list?.reviewed,
    lists.find(({ id }) => id === 'annex-5')?.reviewed,
    'the day somebody last looked at the list',
  )
  t.notHas(list?.provenance, { imported: /./ }, 'nobody imported it')
  writeFileSync(file, simple([['1', '居住证明']]))
  t.strictNotSame(await readAnnexFolder(folder, beneath(lists)), before)
})

t.test('what is in doubt is refused with the file and the place, and nothing is read', async (t) => {
  const folder = t.testdir({
    '附件5.docx': simple([['1', '甲证明', '是']], ['序号', '证明事项名称', '涉密']),
    '附件4.docx': 'no Word file',
    'annex-9.docx': annex,
  })
  const problems = await refusal(readAnnexFolder(folder, beneath(lists)))
  t.match(problems, /附件5\.docx：表1 第1行 第3列.*涉密/)
  t.match(problems, '附件5.docx：这些是 qingdan import 的选项：加上选项运行 qingdan import 附件5.docx --list annex-5')
  t.match(problems, /附件4\.docx：/)
  t.notMatch(problems, '附件4.docx：这些', 'no option helps a file that is no Word file')
  t.match(problems, /annex-9\.docx：没有清单“annex-9”；可选：annex-1、/)
})

/** A copy of the reviewed data with a folder of annexes beside it. */
function place(t: Test, annexes: Record<string, Buffer>) {
  const location = writeData(t, reviewedData())
  const annexDir = join(location.dataDir, '../annexes')
  mkdirSync(annexDir)
  for (const [file, bytes] of Object.entries(annexes)) writeFileSync(join(annexDir, file), bytes)
  return { ...location, annexDir }
}

async function serve(t: Test, snapshot: Snapshot) {
  const app = await buildApp({ snapshot: () => snapshot })
  t.teardown(() => app.close())
  return app
}

t.test('a service with an annex answers from it', async (t) => {
  const location = place(t, {})
  const before = await openCatalogue(location)
  writeFileSync(join(location.annexDir, '附件5.docx'), annex)
  const after = await openCatalogue(location)
  t.not(after.contentHash, before.contentHash)
  t.equal(
    after.version.slice(0, 10),
    before.version.slice(0, 10),
    'the day of the version does not depend on the machine',
  )
  t.match(await ask(await serve(t, after), 'certificate', '居住证明'), {
    outcome: 'permitted',
    match: { item: 'annex-5/2' },
    findings: [{ citation: { grade: 'official', list: 'annex-5' } }],
  })
})

t.test(
  'the page of a list names the annex it was read from, and the day of import where it was imported',
  async (t) => {
    const page = async (location: ReturnType<typeof place>) =>
      (await (await serve(t, await openCatalogue(location))).inject('/lists/annex-5')).body
    const location = place(t, { '附件5.docx': annex })
    t.match(await page(location), '附件5.docx</span>，SHA-256 <code>')
    const data = reviewedData()
    const provenance = { file: '附件5.docx', sha256: '0'.repeat(64), imported: '2026-03-02' }
    writeFileSync(
      join(location.dataDir, 'lists/annex-5.json'),
      JSON.stringify({ ...data.lists['annex-5'], provenance }),
    )
    rmSync(join(location.annexDir, '附件5.docx'))
    t.match(await page(location), '附件5.docx</span>，2026-03-02，SHA-256 <code>')
  },
)

t.test('what stands in an annex and was not read is told as well', async (t) => {
  const table = [
    ['序号', '证明事项名称'],
    ['1', '居住证明'],
  ]
  const body = (...more: string[]) => docx(p('附件5') + tbl(table) + more.join(''))
  const told = async (bytes: Buffer) =>
    (await readAnnexFolder(place(t, { '附件5.docx': bytes }).annexDir, beneath(lists))).remarks.map(({ zh }) => zh)
  t.same(await told(body()), [], 'what was done with the list itself is not')
  t.match(await told(body(p('另行通知'), p('注：无'), raw(r('藏', '<w:vanish/>')), raw(`<w:ins>${r('增')}</w:ins>`))), [
    /^附件5\.docx：.*修订/,
    /隐藏/,
    /另行通知/,
    /注：无/,
    /增/,
  ])
})

t.test('what a person should look at is told with the dataset, in the language of the caller', async (t) => {
  const other = docx(
    p('附件5') +
      p('平凉市证明保留清单') +
      tbl([
        ['序号', '证明事项名称'],
        ['1', '居住证明'],
      ]),
  )
  const app = await serve(t, await openCatalogue(place(t, { '附件5.docx': other })))
  const remarks = async (language: string) =>
    (await app.inject({ url: '/v1/dataset', headers: { 'accept-language': language } })).json().remarks
  t.match(await remarks('zh'), [/^附件5\.docx：.*标题/])
  t.match(await remarks('en'), [/^附件5\.docx: .*title/])
})

t.test('a name that is forbidden under another name is pointed out', async (t) => {
  const location = place(t, {
    '附件5.docx': simple([
      ['1', '未婚证明'],
      ['2', '居住证明'],
    ]),
  })
  const app = await serve(t, await openCatalogue(location))
  const { remarks } = (await app.inject({ url: '/v1/dataset', headers: { 'accept-language': 'zh' } })).json()
  t.match(
    remarks.filter((one: string) => /相反/.test(one)),
    [/“未婚证明”.*annex-3/],
  )
  t.notOk(remarks.some((one: string) => /“居住证明”.*相反/.test(one)))
})

const places = (t: Test, files: Readonly<Record<string, Buffer>>) => t.testdir({ '610102': files })
const prohibited = placeAnnex('新城区不应出具证明事项清单', certificates)

t.test('annexes in the folder of a place are its lists, whatever they are called', async (t) => {
  const folder = t.testdir({
    '附件5.docx': annex,
    '610102': { '一.docx': prohibited, '.x.docx': '', 'README.txt': '' },
  })
  t.same(annexFiles(folder), [
    { file: '附件5.docx', list: 'annex-5' },
    { file: '610102/一.docx', region: '610102' },
  ])
  const { lists: read, documents } = await readAnnexFolder(folder, beneath(lists))
  t.same(
    read.map(({ id }) => id),
    [...lists.map(({ id }) => id), '610102-prohibited-certificates'],
  )
  const made = read.at(-1)
  t.match(made, { region: '610102', reviewed: '2024-05-10', completeness: 'complete', items: { length: 2 } })
  t.match(made?.provenance, { file: '一.docx' })
  t.notHas(made?.provenance, { imported: /./ }, 'nobody imported it')
  t.match(documents.at(-1), { id: '610102-prohibited-certificates', issued: '2024-05-10' })
  const [held, cited] = [made as (typeof lists)[0], documents.at(-1) as (typeof documents)[0]]
  const again = await readAnnexFolder(places(t, { '一.docx': prohibited }), {
    ...beneath([...lists, { ...held, items: [] }]),
    documents: [...reviewed.documents, { ...cited, number: 'x' }],
  })
  t.strictSame([again.lists.at(-1), again.documents.at(-1)], [held, cited], 'it takes the place of the one in the data')
  const undated = placeAnnex('新城区不应出具证明事项清单', certificates, {
    below: ['自2024年6月1日起施行', '西安市新城区民政局', '2024年5月'],
  })
  const { lists: from } = await readAnnexFolder(places(t, { '一.docx': undated }), beneath([]))
  t.match(from, [{ from: '2024-06-01', reviewed: '2024-06-01' }])
})

t.test('what the annex of a place does not print, or of which two are for one list, is refused', async (t) => {
  const unsaid = placeAnnex('新城区不应出具证明事项清单', certificates, { below: [] })
  const problems = await refusal(
    readAnnexFolder(
      t.testdir({
        '610102': { '一.docx': unsaid },
        '610103': {
          '一.docx': placeAnnex('碑林区不应出具证明事项清单', certificates),
          '二.docx': placeAnnex('碑林区不应出具证明事项清单', certificates),
        },
        '999999': { '一.docx': prohibited },
      }),
      beneath(lists),
    ),
  )
  t.match(problems, /610102\/一\.docx：文件没有印出发文机关/)
  t.match(
    problems,
    '610102/一.docx：这些是 qingdan import 的选项：加上选项运行 qingdan import 610102/一.docx --region 610102',
  )
  t.match(problems, '610103/二.docx：610103/一.docx 也是清单 610103-prohibited-certificates；请只留一个')
  t.match(problems, '999999/一.docx：行政区划代码 999999 不在数据之内')
  const broken = {
    ...beneath(lists),
    divisions: {
      get regions(): never {
        throw new TypeError('bug')
      },
    },
  }
  await t.rejects(readAnnexFolder(places(t, { '一.docx': prohibited }), broken), TypeError)
})

t.test('a service answers from the annexes of a place, and takes up what comes into its folder', async (t) => {
  const location = place(t, {})
  mkdirSync(join(location.annexDir, '610102'))
  writeFileSync(join(location.annexDir, '610102/附件1.docx'), prohibited)
  const app = await serve(t, await openCatalogue(location))
  t.match(await ask(app, 'certificate', '停车位证明', { region: '610102' }), {
    outcome: 'prohibited',
    match: { item: '610102-prohibited-certificates/2' },
    findings: [{ item: '610102-prohibited-certificates/2' }],
  })
  t.match(await ask(app, 'certificate', '停车位证明', { region: '610103' }), { match: null, findings: [] })
  const permitted = placeAnnex('新城区保留证明事项清单', [['1', '居住情况证明']])
  writeFileSync(join(location.annexDir, '610102/附件2.docx'), permitted)
  t.match(
    await ask(await serve(t, await openCatalogue(location)), 'certificate', '居住情况证明', { region: '610102' }),
    {
      outcome: 'permitted',
      match: { item: '610102-permitted-certificates/1' },
    },
  )
})
