import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { openWorkbook } from '../../src/documents/sheet/workbook-table.ts'
import { mergedBook, sheet, workbook } from '../documents/made-workbook.ts'
import { cellsOf } from '../table-rows.ts'
import { qingdan, workplace } from './run-qingdan.ts'

const ours = ['整改措施', '完成时限', '责任主体', '整改备注', '台账编号', '替代办法']
const place = workplace(t)
const write = (name: string, text: string) => writeFileSync(join(place.folder, name), text)
const sheetsOf = async (name: string) => (await openWorkbook(readFileSync(join(place.folder, name)))).sheets

write(
  'boards.csv',
  '牌子名称,悬挂位置,是否发挥作用,数量\n村民委员会,外部,是,2\n妇女之家,室内,,\n妇女儿童活动室,室内,,\n村务公开栏,院内,停用,1\n,,,',
)
write('inside.csv', '牌子名称,位置\n村民委员会,室内')
write('tasks.csv', '工作事务,交办单位\n人口普查协助,统计局\n打卡,\n无,某局')
write('materials.csv', '事项名称,材料名称,出具单位,实施部门\n贷款,婚姻状况证明、无,村委会,某银行\n,身份证,,')
write('none.csv', '牌子名称\n无')
write('quiet.csv', '材料名称\n身份证')

t.test('a survey is shown, and written where that is asked for', async (t) => {
  const { code, out } = qingdan(place, 'survey', 'boards.csv', '--on', '2026-11-22')
  t.equal(code, 0)
  t.match(out, /妇女之家 +内部 +1 +须核实/)
  t.match(out, /村务公开栏 +内部 +1 +须核实/)
  t.match(out, /外部未见/)
  t.match(out, /重复悬挂/)
  t.match(out, /可整合/)
  t.match(out, '共 5；可以保留 2；须核实 3')
  t.match(out, /共 5；.*\n\n提示（就整个场所而言，不计入牌子数）\n/)
  t.equal(qingdan(place, 'survey', 'boards.csv', '-o', 'survey.xlsx').code, 0)
  const [sheet] = await sheetsOf('survey.xlsx')
  t.equal((await cellsOf(sheet))[0]?.[0], '牌子核对表')
  t.equal(
    qingdan(place, 'survey', 'inside.csv', '-o', 'survey.json', '--lang', 'en').code,
    1,
    'a board hangs in the wrong place',
  )
  t.match(JSON.parse(readFileSync(join(place.folder, 'survey.json'), 'utf8')), {
    region: '620802',
    boards: [{ advice: 'move' }],
    counts: { move: 1 },
  })
})

t.test('a board that hangs outside and inside is not said to hang outside twice', async (t) => {
  write('both.csv', '牌子名称,悬挂位置\n村民委员会,外部\n村民委员会,室内')
  qingdan(place, 'survey', 'both.csv', '-o', 'both.xlsx')
  const repeated = (await cellsOf((await sheetsOf('both.xlsx'))[0])).find((row) => row[4] === '重复悬挂')
  t.equal(repeated?.[5], '应挂在外部的同一牌子共 2 块，请核对，在外部保留一块。')
})

t.test('a survey of one sheet names the others that have boards', async (t) => {
  const sheets = '<sheet name="甲村" sheetId="1" r:id="r1"/><sheet name="乙村" sheetId="2" r:id="r2"/>'
  const cell = (text: string) => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`
  const boards = sheet(cell('牌子名称') + cell('农家书屋'))
  writeFileSync(join(place.folder, 'villages.xlsx'), await workbook({ sheets, sheet: boards, second: boards }))
  t.match(
    qingdan(place, 'survey', 'villages.xlsx').error,
    '这些工作表也有所需的列，没有读：乙村；请用 --sheet 逐张核对。',
  )
  t.equal(qingdan(place, 'survey', 'villages.xlsx', '--sheet', '乙村').error, '')
})

t.test('a survey and an audit may be of one kind of committee', async (t) => {
  write('both-kinds.csv', '牌子名称\n居务公开栏\n村务公开栏')
  t.match(
    qingdan(place, 'survey', 'both-kinds.csv', '--body', 'village').out,
    /居务公开栏 .*须核实[\s\S]*村务公开栏 .*可以保留/,
  )
  t.match(
    qingdan(place, 'survey', 'both-kinds.csv', '--body', 'community').out,
    /居务公开栏 .*可以保留[\s\S]*村务公开栏 .*须核实/,
  )
  t.match(
    qingdan(place, 'audit', 'materials.csv', '--body', 'community', '-o', 'community.json').out,
    '只问：居民委员会',
  )
  t.match(JSON.parse(readFileSync(join(place.folder, 'community.json'), 'utf8')), {
    audited: { body: 'community' },
    answers: [{ query: { body: 'community' } }],
  })
  t.match(qingdan(place, 'survey', 'both-kinds.csv', '--body', '村'), { code: 2, error: /--body/ })
})

t.test('a survey of nothing is refused', async (t) => {
  writeFileSync(join(place.folder, 'blank.xlsx'), await workbook({ sheet: sheet('') }))
  t.match(qingdan(place, 'survey', 'blank.xlsx'), { code: 2, error: /没有找到“牌子名称”一列.*表中没有内容/ })
  const { code, error } = qingdan(place, 'survey', 'none.csv')
  t.equal(code, 2)
  t.match(error, '表头之下没有内容')
})

t.test('a ledger is one workbook of three sheets, ready to file', async (t) => {
  const { code, out } = qingdan(
    place,
    'ledger',
    'tasks.csv',
    'boards.csv',
    'materials.csv',
    '-o',
    '台账.xlsx',
    '--village',
    '柳湖镇泾滩村',
    '--on',
    '2026-11-22',
  )
  t.equal(code, 1)
  t.match(out, '证明事项：共 2；不得要求村（居）出具 1；非村（居）出具，不适用 1')
  const sheets = await sheetsOf('台账.xlsx')
  t.strictSame(
    sheets.map(({ name }) => name),
    ['工作事务', '机制牌子', '证明事项'],
  )
  const certificates = await cellsOf(sheets[2])
  t.equal(certificates[0]?.[0], '柳湖镇泾滩村村级组织自查台账（证明事项）')
  t.match(certificates[1]?.[0], /^甘肃省平凉市崆峒区 {4}核查日期：2026-11-22 {4}清单数据版本：/)
  t.strictSame(certificates[3]?.slice(-5), ['整改措施', '完成时限', '责任主体', '整改备注', '台账编号'])
  t.match(certificates[4], ['1', '婚姻状况证明', '村委会', '贷款', '某银行', '不得要求村（居）出具'])
  const tasks = await cellsOf(sheets[0])
  t.equal(tasks.length, 4 + 2 + 1)
  t.strictSame(tasks[4]?.slice(0, 3), ['1', '人口普查协助', '统计局'], 'who gave the work (交办单位) is told')
  t.match(
    (await cellsOf(sheets[1])).find((row) => row[1] === '村务公开栏')?.[6],
    '《村民委员会组织法》（2025-10-28）第三十五条',
  )
})

t.test(
  'a ledger of another place counts what must not be given to a village, and quotes no clause that holds elsewhere',
  async (t) => {
    write('shanxi-tasks.csv', '工作事务,交办单位\n招商引资,某局\n协助招商引资,某局')
    const ledgerIn = (region: string, ...files: string[]) =>
      qingdan(place, 'ledger', ...files, 'quiet.csv', '-o', 'there.xlsx', '--region', region, '--on', '2026-11-22')
    const shanxi = ledgerIn('140106', 'shanxi-tasks.csv', 'boards.csv')
    t.equal(shanxi.code, 1, shanxi.error)
    t.match(shanxi.out, '工作事务：共 2；不得交由村级组织承担 1；名称不明确，须核实 1')
    const [tasks] = await Promise.all((await sheetsOf('there.xlsx')).map(cellsOf))
    t.match(tasks?.[1]?.[0], /^山西省太原市迎泽区/)
    t.match(tasks?.[4]?.[3], '不得交由村级组织承担')
    t.match(tasks?.[4]?.[4], '能否协助，这一项没有规定')
    t.match(tasks?.[4]?.[5], '减负措施指导目录')

    t.equal(ledgerIn('510525', 'tasks.csv', 'boards.csv').code, 0)
    const [, boards = []] = await Promise.all((await sheetsOf('there.xlsx')).map(cellsOf))
    t.match(boards.find((row) => row[4] === '外部未见')?.[5], /^当地清单列明应挂在外部的牌子/)
    t.match(boards.find((row) => row[4] === '可整合')?.[5], /^名称相近的内部牌子；/)
    t.notMatch(JSON.stringify(boards), '《通知》')
  },
)

t.test('a ledger keeps every column that the village wrote, and counts no hint as a board', async (t) => {
  write('wide-tasks.csv', '序号,工作事务,交办单位,联系人,,备注,备注\n7,人口普查协助,统计局,张三,无头,甲,乙')
  write('wide-boards.csv', '牌子名称,悬挂位置,是否发挥作用,数量,制作单位\n村民委员会,大门外墙,正常,2块,民政局')
  write('wide-materials.csv', '材料名称,来源渠道,出具单位,实施部门,频次\n身份证、收入证明,其他,,民政局,每年')
  const files = ['wide-tasks.csv', 'wide-boards.csv', 'wide-materials.csv']
  t.equal(qingdan(place, 'ledger', ...files, '-o', 'wide.xlsx', '--on', '2026-11-22').code, 1)
  const [tasks, boards, certificates] = await Promise.all((await sheetsOf('wide.xlsx')).map(cellsOf))
  const beside = (rows: string[][] | undefined, at: number) => {
    const headers = rows?.[3] ?? []
    const from = headers.indexOf('依据') + 1
    return rows?.[at]?.filter((_, column) => column >= from && !ours.includes(headers[column] ?? ''))
  }
  t.strictSame(beside(tasks, 3), ['原表序号', '联系人', 'E', '备注', '备注（G）'])
  t.strictSame(beside(tasks, 4), ['7', '张三', '无头', '甲', '乙'])
  t.strictSame(beside(boards, 3), ['悬挂位置', '是否发挥作用', '数量', '制作单位'])
  t.strictSame(beside(boards, 4), ['大门外墙', '正常', '2块', '民政局'], 'as they were written')
  t.strictSame(beside(certificates, 3), ['材料名称', '来源渠道', '出具单位', '频次'])
  t.match(certificates?.[5], ['2', '收入证明'], 'a row for each paper')
  t.strictSame(beside(certificates, 5)?.slice(-4), ['身份证、收入证明', '其他', '', '每年'])
  t.match(boards?.[2]?.[0], '共 2；')
  const hints = boards?.findIndex(([cell]) => cell?.startsWith('提示')) ?? 0
  t.match(boards?.[hints]?.[0], /^提示（就整个场所而言，不计入牌子数）：\d+$/)
  t.equal(boards?.[hints + 1]?.[0], '1', 'hints have numbers of their own')
})

t.test('what a merged cell says holds for all rows that it reaches over', async (t) => {
  const file = async (name: string, bytes: Promise<Buffer>) => writeFileSync(join(place.folder, name), await bytes)
  await file(
    'merged-tasks.xlsx',
    mergedBook(
      [
        ['工作事务', '交办单位'],
        ['人口普查协助', '统计局'],
        ['打卡', ''],
        ['人口普查', ''],
      ],
      'B2:B3',
    ),
  )
  await file(
    'merged-boards.xlsx',
    mergedBook(
      [
        ['牌子名称', '悬挂位置'],
        ['村民委员会', '外部'],
        ['农家书屋', ''],
        ['妇女之家', ''],
      ],
      'B2:B3',
    ),
  )
  await file(
    'merged-materials.xlsx',
    mergedBook(
      [
        ['材料名称', '出具单位', '实施部门'],
        ['居住证明', '村委会', '某银行'],
        ['婚姻状况证明', '', ''],
        ['婚姻状况证明', '', ''],
      ],
      'B2:B3',
      'C2:C4',
    ),
  )
  const files = ['merged-tasks.xlsx', 'merged-boards.xlsx', 'merged-materials.xlsx']
  t.equal(qingdan(place, 'ledger', ...files, '-o', 'merged.xlsx', '--on', '2026-11-22').code, 1)
  const [tasks, boards, certificates] = await Promise.all((await sheetsOf('merged.xlsx')).map(cellsOf))
  t.strictSame(
    tasks?.slice(4, 7).map((row) => row[2]),
    ['统计局', '统计局', ''],
  )
  t.strictSame(
    boards?.slice(4, 7).map((row) => row[2]),
    ['外部', '外部', ''],
  )
  t.strictSame(
    certificates?.slice(4, 7).map((row) => [row[2], row[4], row[5]]),
    [
      ['村委会', '某银行', '清单不完整，尚不能认定'],
      ['村委会', '某银行', '不得要求村（居）出具'],
      ['', '某银行', '不得要求村（居）出具'],
    ],
  )
})

t.test('what is too long to be asked about is told, and a header printed again names nothing', async (t) => {
  const long = '长'.repeat(201)
  write('long-boards.csv', `牌子名称,悬挂位置\n农家书屋,室内\n牌子名称,悬挂位置\n${long},室内`)
  write('long-tasks.csv', `工作事务,交办单位\n人口普查协助,统计局\n工作事务,交办单位\n${`${long},\n`.repeat(11)}`)
  write(
    'long-materials.csv',
    `材料名称,出具单位\n身份证、村委会出具的婚姻状况证明,\n材料名称,出具单位\n身份证、${long},`,
  )
  const survey = qingdan(place, 'survey', 'long-boards.csv', '-o', 'long.json')
  t.equal(survey.code, 0)
  t.match(survey.error, '“long-boards.csv”第 4 行的名称超过 200 个字符，无法核对，没有列入。')
  t.match(JSON.parse(readFileSync(join(place.folder, 'long.json'), 'utf8')).boards.length, 1)
  const files = ['long-tasks.csv', 'long-boards.csv', 'long-materials.csv']
  const ledger = qingdan(place, 'ledger', ...files, '-o', 'long.xlsx', '--lang', 'en')
  t.match(
    ledger.error,
    '"long-tasks.csv": names longer than 200 characters cannot be checked and were left out, in 11 rows: 4,',
  )
  t.match(ledger.error, '13, ….')
  t.match(ledger.error, '"long-materials.csv": names longer')
  t.match(qingdan(place, 'ledger', ...files, '-o', 'long.xlsx').error, '等 11 行')
  const [tasks, boards, certificates] = await Promise.all((await sheetsOf('long.xlsx')).map(cellsOf))
  const names = (rows: string[][] | undefined) => rows?.filter(([no]) => /^\d+$/.test(no ?? '')).map((row) => row[1])
  t.strictSame(names(tasks), ['人口普查协助'])
  t.equal(names(boards)?.[0], '农家书屋')
  t.notOk(names(boards)?.includes('牌子名称'))
  t.strictSame(names(certificates), ['身份证', '村委会出具的婚姻状况证明', '身份证'], 'cut apart as an audit does')
})

t.test('a name that is a formula without a result is told and stands in no result', async (t) => {
  write('failed.csv', '牌子名称,悬挂位置\n农家书屋,室内\n#REF!,室内')
  const { code, error } = qingdan(place, 'survey', 'failed.csv', '-o', 'failed.json')
  t.equal(code, 0)
  t.match(error, '“failed.csv”第 3 行的名称是出错或未存结果的公式，无法核对，没有列入。')
  t.equal(JSON.parse(readFileSync(join(place.folder, 'failed.json'), 'utf8')).boards.length, 1)
})

t.test('of three files, the one that cannot be used is named, with what can be done about it', async (t) => {
  write('odd.csv', '干的活\n人口普查')
  write('void.csv', '')
  const ledger = (...files: string[]) => qingdan(place, 'ledger', ...files, '-o', 'l.xlsx')
  t.match(ledger('odd.csv', 'boards.csv', 'materials.csv'), {
    code: 2,
    error: 'odd.csv：没有找到“工作事务”一列；请把该列的表头改为“工作事务”。表中有：干的活。',
  })
  t.match(ledger('tasks.csv', 'boards.csv', 'void.csv').error, 'void.csv：文件是空的')
  t.match(ledger('tasks.csv', 'none.xlsx', 'materials.csv').error, '找不到或无法读取文件“none.xlsx”')
  const english = qingdan(place, 'ledger', 'tasks.csv', 'odd.csv', 'materials.csv', '-o', 'l.xlsx', '--lang', 'en')
  t.match(english.error, 'odd.csv: No column board was found; head it "牌子名称".')
  const survey = qingdan(place, 'survey', 'odd.csv')
  t.match(survey.error, '请用 --column board=表头 指明')
  t.equal(qingdan(place, 'survey', 'odd.csv', '--column', '牌子名称=干的活').code, 0)
})

t.test('a ledger takes the village names that the service takes, and says what others must be', async (t) => {
  const ledger = (village: string, ...more: string[]) =>
    qingdan(place, 'ledger', 'tasks.csv', 'boards.csv', 'quiet.csv', '-o', 'v.xlsx', '--village', village, ...more)
  for (const village of ['', '  ', '长'.repeat(201), '泾滩村\n', '泾滩\u0007村']) {
    t.match(ledger(village), {
      code: 2,
      out: '',
      error: '--village 须为：1 至 200 个字符，不得为空白，不得含控制字符或不成对的代理字符。\n',
    })
  }
  t.match(ledger('', '--lang', 'en').error, '--village must be 1 to 200 characters, not blank, without control')
  t.notOk(existsSync(join(place.folder, 'v.xlsx')))
  t.match(ledger('长'.repeat(200)).error, '')
  t.ok(existsSync(join(place.folder, 'v.xlsx')))
})

t.test('a ledger without findings ends with 0; one without tasks is refused', async (t) => {
  write('known.csv', '任务\n人口普查协助')
  t.equal(qingdan(place, 'ledger', 'known.csv', 'boards.csv', 'quiet.csv', '-o', 'l.xlsx', '--lang', 'en').code, 0)
  write('empty.csv', '任务\n无')
  t.equal(qingdan(place, 'ledger', 'empty.csv', 'boards.csv', 'quiet.csv', '-o', 'm.xlsx').code, 2)
})

t.test('a code that was replaced is judged in the place of its successor; of several none is chosen', async (t) => {
  const replaced = qingdan(place, 'survey', 'boards.csv', '--on', '2026-11-22', '--region', '622701')
  const home = qingdan(place, 'survey', 'boards.csv', '--on', '2026-11-22')
  t.equal(replaced.code, 0)
  t.match(replaced.out, /共 5；可以保留 2；须核实 3/)
  t.equal(home.code, 0)
  const several = qingdan(place, 'survey', 'boards.csv', '--region', '130504')
  t.match(several, { code: 2, error: /130502 河北省邢台市襄都区、130503/ })
})
