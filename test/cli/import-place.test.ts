import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { run } from '../../src/cli/program.ts'
import type { Document } from '../../src/lists/document.ts'
import { reviewedFolder } from '../data-folder.ts'
import { certificates, placeAnnex } from '../intake/made/place-annex.ts'

const title = '西安市新城区村（社区）不应出具证明事项清单（第一批）'
const annex = placeAnnex(title, certificates)
const id = '610102-prohibited-certificates'

/** The divisions, and whatever documents and lists a test needs, as a data folder. */
function place(
  t: Test,
  files: Readonly<Record<string, Buffer>> = {},
  documents: string | readonly Document[] = [],
  meanwhile: (data: string) => void = () => {},
) {
  const at = t.testdir({ '附件1.docx': annex, ...files })
  const data = join(at, 'data')
  mkdirSync(join(data, 'lists'), { recursive: true })
  cpSync(join(reviewedFolder, 'regions.json'), join(data, 'regions.json'))
  writeFileSync(join(data, 'documents.json'), typeof documents === 'string' ? documents : JSON.stringify(documents))
  return {
    data,
    lists: () => readdirSync(join(data, 'lists')),
    json: (file: string) => JSON.parse(readFileSync(join(data, file), 'utf8')),
    text: (file: string) => readFileSync(join(data, file), 'utf8'),
    qingdan: async (...args: string[]) => {
      const out: string[] = []
      const error: string[] = []
      const code = await run(
        args.map((one) => (one.endsWith('.docx') ? join(at, one) : one)),
        { DATA_DIR: data, LANG: 'zh_CN.UTF-8' },
        {
          out: (text) => {
            meanwhile(data)
            out.push(text)
          },
          error: (text) => void error.push(text),
        },
      )
      return { code, out: out.join(''), error: error.join('\n') }
    },
  }
}

t.test('one command makes the list of another place and the document that it cites', async (t) => {
  const { qingdan, json, lists } = place(t)
  const command = ['import', '附件1.docx', '--region', '610102']
  const dry = await qingdan(...command, '--dry-run')
  t.equal(dry.code, 0)
  t.match(
    dry.out,
    /^新城区（610102）的清单 +读到 +何处\n标识 +610102-prohibited-certificates +由地区和含义\n类别 +证明 +由标题（第3段）\n含义 +不应要求（不得） +由标题（第3段）\n/,
  )
  t.match(
    dry.out,
    /文号 +新民发〔2024〕12号 +第1段\n发文机关 +西安市新城区民政局 +第4段\n印发日期 +2024-05-10 +第5段\n起始日期 +2024-05-10 +取印发日期\n批次 +第一批 +第3段/,
  )
  t.match(dry.out, /预览：.*610102-prohibited-certificates\.json 未写入/)
  t.same(lists(), [])
  t.match(await qingdan(...command), { code: 0, out: /已写入 .*（2 项）/ })
  t.match(json(`lists/${id}.json`), { title, region: '610102', source: { document: id } })
  t.match(json('documents.json'), [{ id, title, number: '新民发〔2024〕12号' }])
  t.match(await qingdan(...command), { code: 0, out: /已是这份文件的内容，未写入/ })
  const english = await qingdan(...command, '--lang', 'en', '--dry-run')
  t.match(
    english.out,
    /list of 新城区 \(610102\) +read +where\nid +610102-prohibited-certificates +of place and effect\nkind +certificates +by the title \(paragraph 3\)/,
  )
  t.match(english.out, /first day +2024-05-10 +the date of issue/)
})

t.test('importing again replaces the text, or adds a batch with a document of its own', async (t) => {
  const next = (name: string, rows: readonly string[][], number: string) =>
    placeAnnex(title.replace('第一批', name), rows, { above: [number], below: ['西安市新城区民政局', '2025年2月3日'] })
  const { qingdan, json } = place(t, {
    '附件1改.docx': next('第一批', [...certificates, ['3', '门面证明']], '新民发〔2025〕1号'),
    '附件1二.docx': next('第二批', [['1', '搬家证明']], '新民发〔2025〕3号'),
  })
  t.equal((await qingdan('import', '附件1.docx', '--region', '610102')).code, 0)
  t.match(await qingdan('import', '附件1改.docx', '--region', '610102'), {
    code: 0,
    out: /新增 1，改动 0，删除 0，不变 2/,
  })
  t.match(json('documents.json'), [{ id, number: '新民发〔2025〕1号' }])
  const second = ['import', '附件1二.docx', '--region', '610102']
  t.match(await qingdan(...second), { code: 2, error: /现有清单是第一批，文件是第二批[\s\S]*--add/ })
  t.equal((await qingdan(...second, '--add')).code, 0)
  t.match(json(`lists/${id}.json`).items[3], { no: 4, name: '搬家证明', source: { document: `${id}-2` } })
  t.match(json('documents.json'), [{ id }, { id: `${id}-2`, number: '新民发〔2025〕3号' }])
})

t.test('what is not printed is asked for, and what the options say is told as such', async (t) => {
  const { qingdan, json, lists } = place(t, {
    '附件1.docx': placeAnnex('新城区村级组织证明事项清单', certificates, { above: [], below: [] }),
  })
  const command = ['import', '附件1.docx', '--region', '610102']
  const asked = await qingdan(...command)
  t.equal(asked.code, 2)
  t.match(asked.out, /含义 +— +文件未印/)
  t.match(asked.error, '--effect prohibits')
  t.match(asked.error, '--issuer 〔机关全称〕')
  t.notMatch(asked.error, '命令是', 'what only a person knows is in no command to be pasted')
  t.same(lists(), [])
  const given = [
    '--effect',
    'permits',
    '--issuer',
    '新城区民政局',
    '--issued',
    'unknown',
    '--number',
    '新民发〔2024〕1号',
  ]
  const told = await qingdan(...command, ...given)
  t.equal(told.code, 0)
  t.match(told.out, /发文机关 +新城区民政局 +选项写明\n印发日期 +不详 +选项写明\n起始日期 +— +文件未印/)
  t.match(
    (await qingdan(...command, ...given, '--lang', 'en')).out,
    /issued +not known +given by an option\nfirst day +— +not printed/,
  )
  t.match(json('documents.json'), [
    { read: { zh: '据导入的文件“附件1.docx”；文号、发文机关、印发日期由导入者写明。' } },
  ])
})

t.test('a place is told apart from a list, and options of a new list go with a place', async (t) => {
  const { qingdan, lists } = place(t)
  const command = ['import', '附件1.docx']
  t.match(await qingdan(...command), { code: 2, error: /请用 --list .*或用 --region/ })
  t.match(await qingdan(...command, '--list', id, '--region', '610102'), { code: 2, error: /两个只给一个/ })
  t.match(await qingdan(...command, '--list', id, '--title', '清单'), { code: 2, error: /只与 --region 同用/ })
  t.match(await qingdan(...command, '--region', '999999'), { code: 2, error: /999999 不在数据之内/ })
  t.match(await qingdan(...command, '--region', '622701'), { code: 2, error: /已被取代，请改用 620802/ })
  for (const wrong of [
    ['--region', '6101'],
    ['--region', '610102', '--issued', '2024-13'],
    ['--region', '610102', '--issued', '2024'],
    ['--region', '610102', '--title', ' '],
    ['--region', '610102', '--id', 'A B'],
    ['--region', '610102', '--id', 'a'.repeat(81)],
    ['--region', '610102', '--kind', 'other'],
  ])
    t.equal((await qingdan(...command, ...wrong)).code, 2, wrong.join(' '))
  t.same(lists(), [])
  t.match(await qingdan(...command, '--region', '610102', '--issued', '2024-05', '--from', '2024-05-20'), { code: 0 })
})

t.test('an entry that is written leaves the lines of the others as they are', async (t) => {
  const laidOut =
    '[\n  {\n    "id": "first",\n    "title": "先有的",\n    "read": {\n      "zh": "甲",\n      "en": "a"\n    }\n  }\n]\n'
  const { qingdan, text } = place(t, {}, laidOut)
  t.equal((await qingdan('import', '附件1.docx', '--region', '610102')).code, 0)
  t.ok(text('documents.json').startsWith(laidOut.slice(0, -3)), 'the first entry')
  const squeezed = place(t, {}, JSON.stringify([{ id: 'first', title: '先有的' }]))
  t.equal((await squeezed.qingdan('import', '附件1.docx', '--region', '610102')).code, 0)
  t.match(squeezed.json('documents.json'), [{ id: 'first' }, { id }])
})

t.test('data that cannot be read, or written, are told and stay', async (t) => {
  const broken = place(t, {}, '{')
  t.match(await broken.qingdan('import', '附件1.docx', '--region', '610102'), {
    code: 2,
    error: /documents\.json 无法读取/,
  })
  const { qingdan, data, lists } = place(t, {}, [], (folder) =>
    rmSync(join(folder, 'lists'), { recursive: true, force: true }),
  )
  t.match(await qingdan('import', '附件1.docx', '--region', '610102'), { code: 1, error: /没有写成（ENOENT）/ })
  mkdirSync(join(data, 'lists'))
  t.same(lists(), [])
})
