import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { openWorkbook } from '../../src/documents/sheet/workbook-table.ts'
import { sheet, workbook } from '../documents/made-workbook.ts'
import { cellsOf } from '../table-rows.ts'
import { qingdan, workplace } from './run-qingdan.ts'

const place = workplace(t)
const write = (name: string, text: string | Buffer) => writeFileSync(join(place.folder, name), text)
const read = (name: string) => readFileSync(join(place.folder, name))
const audit = (...args: string[]) => qingdan(place, 'audit', ...args, '--on', '2026-11-22')

write(
  'materials.csv',
  [
    '办事指南材料清单,,,,',
    '事项名称,材料名称（必填）,来源渠道,出具单位,实施部门',
    '入户,身份证、户口簿、婚姻状况证明,申请人自备,,公安局',
    '低保,收入证明,其他,村委会,民政局',
    ',无犯罪记录证明,政府部门核发,公安派出所,,多出的一格',
    '注册,"=HYPERLINK(""http://x"",""y"")",,,市场局',
    '事项名称,材料名称（必填）,来源渠道,出具单位,实施部门',
    `空的,无,,,`,
    `长的,${'长'.repeat(201)},,,`,
    '公证,亲属关系证明,,村民委员会,<b>司法局</b>',
  ].join('\n'),
)

t.test('an audit writes the rows with what was found, a summary and what to ask', async (t) => {
  const { code, out, error } = audit('materials.csv', '-o', 'report.xlsx')
  t.equal(code, 1, 'something prohibited was found')
  t.equal(error, '')
  t.match(out, /列的认定：材料名称 = 材料名称（必填）；出具单位 = 出具单位；来源渠道 = 来源渠道/)
  t.match(out, /应清理（不得要求） +3/)
  const { sheets } = await openWorkbook(read('report.xlsx'))
  t.strictSame(
    sheets.map(({ name }) => name),
    ['应清理', '待核实', '待清单补全', '汇总', '逐行结果'],
    'what an office acts on comes first',
  )
  const rows = await cellsOf(sheets[4])
  t.equal(rows.length, 10)
  t.strictSame(rows[0]?.slice(0, 3), ['原表行号', '事项名称', '材料名称（必填）'])
  const found = new Map(rows.map((row) => [row[6], row]))
  t.strictSame(found.get('婚姻状况证明')?.slice(0, 9), [
    ...['3', '入户', '身份证、户口簿、婚姻状况证明', '申请人自备', '', '公安局'],
    ...['婚姻状况证明', '不得要求村（居）出具（未注明出具单位）', '附件3第8项 婚姻状况证明'],
  ])
  t.match(found.get('婚姻状况证明')?.[9], '民发〔2020〕20号')
  t.match(found.get('婚姻状况证明')?.[11], '未注明出具单位：由村')
  t.equal(found.get('收入证明')?.[7], '不得要求村（居）出具')
  t.equal(found.get('无犯罪记录证明')?.[7], '非村（居）出具，不适用')
  t.equal(found.get('无犯罪记录证明')?.at(-1), '多出的一格', 'nothing of the input is lost')
  t.equal(found.get('=HYPERLINK("http://x","y")')?.[7], '清单不完整，尚不能认定（未注明出具单位）')
  t.match(found.get('亲属关系证明')?.[11], /例外：/)
  t.ok(rows.some((row) => row[7] === '文字过长，无法作为名称核对'))
  t.strictSame(
    (await cellsOf(sheets[0])).map((row) => [...row.slice(0, 6), row[9]]),
    [
      ['部门', '事项', '应清理的材料', '出具单位', '结论', '清单事项', '出现行数'],
      [
        '公安局',
        '入户',
        '婚姻状况证明',
        '（未写）',
        '不得要求村（居）出具（未注明出具单位）',
        '附件3第8项 婚姻状况证明',
        '1',
      ],
      [
        '民政局',
        '低保',
        '收入证明',
        '村委会',
        '不得要求村（居）出具',
        '附件3第17项 居民财产证明（括注“收入证明”）',
        '1',
      ],
      [
        ...['<b>司法局</b>', '公证', '亲属关系证明', '村民委员会', '不得要求村（居）出具'],
        ...['附件3第1项 亲属关系证明', '1'],
      ],
    ].map((row) => row.slice(0, 7)),
  )
  t.strictSame(
    (await cellsOf(sheets[1])).map(([name]) => name?.slice(0, 6)),
    ['待核实的材料', '长长长长长长'],
  )
  t.match(await cellsOf(sheets[2]), [
    ['待补全后认定的材料', '出具单位', '尚缺清单'],
    ['=HYPERLINK("http://x","y")', '（未写）', /^附件4《.*》：尚未提供/, '1', '6'],
  ])
  t.ok((await cellsOf(sheets[3])).some(([name]) => name === '按部门'))
})

t.test('CSV opens in Excel and runs nothing', async (t) => {
  t.equal(audit('materials.csv', '-o', 'report.csv').code, 1)
  const text = read('report.csv').toString()
  t.ok(text.startsWith('\ufeff原表行号,'))
  t.match(text, `"'=HYPERLINK(""http://x"",""y"")"`)
})

t.test('JSON holds the answers that /v1/check gives', async (t) => {
  t.equal(audit('materials.csv', '-o', 'report.json', '--lang', 'en').code, 1)
  const { rows, answers, summary, audited } = JSON.parse(read('report.json').toString())
  t.equal(audited.sheet, 'CSV')
  t.equal(rows.length, 7)
  const { materials } = rows[1]
  t.match(answers[materials[0].answer], { query: { name: '收入证明', issuer: '村委会' }, outcome: 'prohibited' })
  t.match(summary, {
    counts: { rows: 7, materials: 9, objections: 3 },
    departments: [{ name: '公安局' }, { name: '民政局' }, { name: '<b>司法局</b>' }, {}],
  })
})

t.test('HTML is one page that needs nothing else and shows markup as text', async (t) => {
  t.equal(audit('materials.csv', '-o', 'report.html').code, 1)
  const page = read('report.html').toString()
  t.match(page, '&lt;b&gt;司法局&lt;/b&gt;')
  t.notMatch(page, /<script|<b>司|src=|href=/)
  t.ok(page.indexOf('应清理') < page.indexOf('逐行结果'))
  write('many.csv', `材料名称\n${'身份证\n'.repeat(401)}`)
  audit('many.csv', '-o', 'many.html')
  const room = [
    ...read('many.html')
      .toString()
      .matchAll(/class="rows wide" style="contain-intrinsic-size:auto (\d+)px"/g),
  ]
  t.strictSame(
    room.map(([, pixels]) => pixels),
    ['12000', '12000', '60'],
    'a table leaves the room that its rows will take',
  )
})

t.test('a clean catalogue ends with 0, in either language', async (t) => {
  write('clean.csv', '材料名称,出具单位\n身份证,公安机关')
  t.equal(audit('clean.csv', '-o', 'clean.csv.xlsx').code, 0)
  const { code, out } = audit('clean.csv', '-o', 'clean.xlsx', '--lang', 'en', '--region', '100000')
  t.equal(code, 0)
  t.match(out, /dataset version: /)
  write('two.csv', '材料名称\n身份证')
  t.equal(audit('two.csv', '-o', 'two.json').code, 0)
})

t.test('columns and sheets can be named where headers are not known', async (t) => {
  write('odd.csv', '要的东西,谁开\n收入证明,村委会')
  const missing = audit('odd.csv', '-o', 'odd.json')
  t.equal(missing.code, 2)
  t.match(missing.error, '没有找到“材料名称”一列；请用 --column material=表头 指明。表中有：要的东西、谁开。')
  t.equal(audit('odd.csv', '-o', 'odd.json', '--column', 'material=要的东西', '--column', '出具单位=B').code, 1)
  t.equal(audit('odd.csv', '-o', 'odd.json', '--column', 'material=A', '--sheet', '1').code, 1)
  t.match(audit('odd.csv', '-o', 'x.json', '--column', 'material=没有').error, '没有找到“材料名称”')
  t.match(audit('clean.csv', '-o', 'x.json', '--column', 'issuer=没有').error, '没有找到“出具单位”')
  t.match(audit('odd.csv', '-o', 'x.json', '--column', 'colour=A').error, '选项的值不对')
  t.match(audit('odd.csv', '-o', 'x.json', '--column', 'x').error, '选项的值不对')
  t.equal(audit('clean.csv', '-o', 'x.json', '--sheet', 'CSV').code, 0)
  const sheet = audit('clean.csv', '-o', 'y.json', '--sheet', '别的')
  t.equal(sheet.code, 2)
  t.match(sheet.error, '没有工作表“别的”；有：CSV。')
})

t.test('naming one column leaves the others recognised, and takes a column for one thing only', async (t) => {
  write('half.csv', '材料一览表,,,\n要的东西,出具单位,来源渠道,实施部门\n无犯罪记录证明,,公安派出所,公安局')
  const columns = (...args: string[]) => {
    t.equal(audit('half.csv', '-o', 'half.json', ...args.flatMap((one) => ['--column', one])).code, 0, args.join(' '))
    const { audited, summary } = JSON.parse(read('half.json').toString())
    t.equal(summary.counts.rows, 1, 'the title above the header is no row')
    return audited.columns
  }
  const recognised = { material: 0, issuer: 1, channel: 2, department: 3 }
  t.strictSame(columns('material=要的东西'), recognised)
  t.strictSame(columns('material=A'), recognised, 'a letter means the header below the title')
  t.strictSame(columns('material=A', 'issuer=来源渠道'), { material: 0, issuer: 2, department: 3 })
  write('single.csv', '要的东西\n身份证')
  t.equal(audit('single.csv', '-o', 'single.json', '--column', 'material=A').code, 0)
  t.match(JSON.parse(read('single.json').toString()).audited, { header: ['要的东西'] })
})

t.test('a header of two rows is read as one', async (t) => {
  write(
    'levels.csv',
    [
      '办事指南,,,,,',
      '序号,事项名称,申请材料,,,实施部门',
      ',,材料名称,材料类型,出具单位,',
      '1,入户,无犯罪记录证明,原件,公安机关,公安局',
    ].join('\n'),
  )
  const { code, out } = audit('levels.csv', '-o', 'levels.json')
  t.equal(code, 0)
  t.match(
    out,
    '列的认定：材料名称 = 材料名称；出具单位 = 出具单位；材料类型 = 材料类型；事项名称 = 事项名称；实施部门 = 实施部门',
  )
  const { audited, rows } = JSON.parse(read('levels.json').toString())
  t.strictSame(audited.header, ['序号', '事项名称', '材料名称', '材料类型', '出具单位', '实施部门'])
  t.match(rows, [{ row: 4, materials: [{ issuer: '公安机关' }] }])
  t.equal(rows.length, 1)
})

t.test('other sheets that have a column of materials as well are named, for they are not read', async (t) => {
  const sheets = '<sheet name="民政" sheetId="1" r:id="r1"/><sheet name="公安" sheetId="2" r:id="r2"/>'
  const cell = (text: string) => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`
  const papers = sheet(cell('材料名称') + cell('身份证'))
  write('several.xlsx', await workbook({ sheets, sheet: papers, second: papers }))
  write('same.xlsx', await workbook({ sheets: sheets.replace('r2', 'r1'), sheet: papers }))
  t.match(
    audit('same.xlsx', '-o', 'x.json').error,
    '文件已损坏',
    'two sheets from one part would be unpacked without end',
  )
  t.match(audit('several.xlsx', '-o', 'x.json').out, /工作表：民政\n同样有材料一列、没有核对的工作表：公安\n/)
  t.match(audit('several.xlsx', '-o', 'x.json', '--lang', 'en').out, /a column of materials that were not read: 公安\n/)
  t.notMatch(audit('several.xlsx', '-o', 'x.json', '--sheet', '公安').out, '没有核对')
})

t.test('whoever misses a sheet that is hidden is told that it is', async (t) => {
  const sheets = (...states: string[]) =>
    states.map((state, at) => `<sheet name="表${at}" sheetId="${at + 1}" state="${state}" r:id="r${at + 1}"/>`).join('')
  const one = sheet('<row><c t="inlineStr"><is><t>说明</t></is></c></row>')
  write('partly.xlsx', await workbook({ sheets: sheets('hidden', 'visible'), sheet: one, second: one }))
  write('hidden.xlsx', await workbook({ sheets: sheets('veryHidden'), sheet: one }))
  t.match(audit('partly.xlsx', '-o', 'x.json').error, /表中有：说明。隐藏的工作表不读：表0。/)
  t.match(
    audit('partly.xlsx', '-o', 'x.json', '--sheet', '表0').error,
    '没有工作表“表0”；有：表1。隐藏的工作表不读：表0。',
  )
  t.match(
    audit('hidden.xlsx', '-o', 'x.json', '--lang', 'en').error,
    /The table is empty\. Hidden sheets are not read: 表0\./,
  )
  const named = audit('partly.xlsx', '-o', 'x.json', '--column', 'material=说明', '--column', 'issuer=B')
  t.match(named.error, /没有找到.*隐藏的工作表不读：表0。/)
})

t.test('what cannot be used ends with 2, one sentence and nothing written', async (t) => {
  write('empty.xlsx', '')
  write('broken.xlsx', 'PK\u0003\u0004 this is no workbook')
  write('header.csv', '材料名称\n')
  write('blank.csv', '\n\n')
  write('long.csv', `材料名称\n${'证'.repeat(32_768)}`)
  write('word.docx', 'PK\u0003\u0004')
  const cases: [string[], RegExp][] = [
    [['empty.xlsx', '-o', 'z.xlsx'], /文件是空的/],
    [['broken.xlsx', '-o', 'z.xlsx'], /已损坏/],
    [['header.csv', '-o', 'z.xlsx'], /表头之下没有内容/],
    [['blank.csv', '-o', 'z.xlsx'], /表中没有内容/],
    [['word.docx', '-o', 'z.xlsx'], /“word\.docx”不是 \.xlsx、\.csv 或 \.txt 文件/],
    [['none.xlsx', '-o', 'z.xlsx'], /找不到/],
    [['long.csv', '-o', 'z.xlsx'], /第 2 行：有一格（段）超过 32767 个字符/],
    [['clean.csv', '-o', 'z.pdf'], /扩展名须为 \.xlsx、\.csv、\.json、\.html/],
    [['clean.csv', '-o', 'clean.csv'], /不能就是输入文件/],
    [['clean.csv', '-o', 'z.xlsx', '--region', '990000'], /行政区划代码 990000 不在本数据集之内/],
  ]
  for (const [args, sentence] of cases) {
    const { code, error } = audit(...args)
    t.equal(code, 2, args.join(' '))
    t.match(error, sentence)
    t.equal(error.trim().split('\n').length, 1)
  }
  const english = audit('clean.csv', '-o', 'z.pdf', '--lang', 'en')
  t.match(english, { code: 2, error: 'The file to write must end in .xlsx, .csv, .json, .html.' })
  t.notOk(existsSync(join(place.folder, 'z.xlsx')))
  t.notOk(readdirSync(place.folder).some((name) => name.endsWith('.draft')))
})

t.test('what the machine refuses ends with 3, so that 1 keeps its meaning', async (t) => {
  const { code, error } = audit('clean.csv', '-o', 'nowhere/report.csv')
  t.equal(code, 3)
  t.match(error, /“report\.csv”没有写成（ENOENT）/)
  mkdirSync(join(place.folder, 'folder.csv'))
  t.equal(audit('folder.csv', '-o', 'x.json').code, 2)
  const broken = qingdan(
    { ...place, env: { ...place.env, DATA_DIR: join(place.folder, 'none') } },
    'audit',
    'clean.csv',
    '-o',
    'x.json',
  )
  t.equal(broken.code, 2)
  t.equal(broken.error.includes('\n    at '), false, 'no stack')
})

t.test('a report can be audited again: its rows are found, one paper in each', async (t) => {
  const { code, out } = audit('report.xlsx', '-o', 'again.json')
  t.equal(code, 1)
  t.match(out, '工作表：逐行结果')
  t.match(out, '材料名称 = 核对的材料')
  t.equal(JSON.parse(read('again.json').toString()).summary.counts.objections, 3)
})

t.test('a workbook that shows nothing, and one too large, are refused', async (t) => {
  write(
    'hidden.xlsx',
    await workbook({ sheets: '<sheet name="藏" sheetId="1" state="veryHidden" r:id="r1"/>', sheet: sheet('') }),
  )
  t.match(audit('hidden.xlsx', '-o', 'z.xlsx'), { code: 2, error: /表中没有内容/ })
  write('large.csv', 'x')
  truncateSync(join(place.folder, 'large.csv'), 201 * 2 ** 20)
  t.match(audit('large.csv', '-o', 'z.xlsx'), { code: 2, error: /超过 200 MB/ })
})

t.test('a workbook that says how many rows it has is audited, whether that is right or not', async (t) => {
  const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
  const rows = `<row r="1">${cell('A1', '材料名称')}</row><row r="2">${cell('A2', '身份证')}</row>`
  for (const last of ['A2', 'A99', 'B0']) {
    write('stated.xlsx', await workbook({ sheet: sheet(rows, `<dimension ref="A1:${last}"/>`) }))
    t.equal(audit('stated.xlsx', '-o', 'stated.json').code, 0)
    t.equal(JSON.parse(read('stated.json').toString()).rows.length, 1)
  }
})

t.test('a database that cannot be written is the machine’s failure', async (t) => {
  const env = { ...place.env, DATABASE_PATH: '/dev/null/qingdan.sqlite' }
  t.equal(qingdan({ ...place, env }, 'audit', 'clean.csv', '-o', 'x.json').code, 3)
})
