import t from 'tap'
import { openDelimited } from '../../../src/documents/delimited/delimited-table.ts'
import { cellsOf, rowsOf } from '../../table-rows.ts'

const gb18030 = Buffer.from([0xb2, 0xc4, 0xc1, 0xcf, 0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0x61])

t.test('CSV is read in UTF-8 with and without a byte-order mark, in GB18030 and in UTF-16', async (t) => {
  for (const bytes of [
    Buffer.from('材料名称,a'),
    Buffer.from('\ufeff材料名称,a'),
    Buffer.from('\ufeff材料名称,a', 'utf16le'),
    gb18030,
  ]) {
    t.strictSame(await cellsOf(openDelimited(bytes).sheets[0]), [['材料名称', 'a']])
  }
})

t.test(
  'semicolons and tabs separate as well; quoted cells keep theirs; empty rows are left out but counted',
  async (t) => {
    const [sheet] = openDelimited(Buffer.from('甲;乙\r\n;\r\n"丙;\n丁";"说""说"""')).sheets
    t.strictSame(await rowsOf(sheet), [
      { no: 1, cells: ['甲', '乙'] },
      { no: 3, cells: ['丙;\n丁', '说"说"'] },
    ])
    t.strictSame(await cellsOf(openDelimited(Buffer.from('甲\t乙')).sheets[0]), [['甲', '乙']])
  },
)

t.test('a cell that lists much with semicolons or commas does not separate the cells', async (t) => {
  const cells = async (text: string) => cellsOf(openDelimited(Buffer.from(text)).sheets[0])
  t.strictSame(await cells('事项,材料\n入户,1.身份证;2.户口簿;3.结婚证;4.照片'), [
    ['事项', '材料'],
    ['入户', '1.身份证;2.户口簿;3.结婚证;4.照片'],
  ])
  t.strictSame(await cells('事项;材料\n"甲,乙\n丙,丁";身份证,户口簿'), [
    ['事项', '材料'],
    ['甲,乙\n丙,丁', '身份证,户口簿'],
  ])
})

t.test('the lines of a file of one column are its cells, whatever they list', async (t) => {
  const cells = async (text: string) => cellsOf(openDelimited(Buffer.from(text)).sheets[0])
  t.strictSame(await cells('材料名称\n身份证;婚姻状况证明\n照片\n户口簿,照片'), [
    ['材料名称'],
    ['身份证;婚姻状况证明'],
    ['照片'],
    ['户口簿,照片'],
  ])
  t.strictSame(
    await cells('某县材料清单\n\n事项,材料\n入户,身份证\n入学,照片\n迁出,户口簿\n其他'),
    [['某县材料清单'], ['事项', '材料'], ['入户', '身份证'], ['入学', '照片'], ['迁出', '户口簿'], ['其他']],
    'a title stands above a table',
  )
})

t.test(
  'lines may end in several ways in one file, and a quote may stand inside a cell, as Excel reads them',
  async (t) => {
    const cells = async (text: string) => cellsOf(openDelimited(Buffer.from(text)).sheets[0])
    const read = [
      ['甲', '乙'],
      ['丙\n丁', '1'],
      ['戊', '2'],
    ]
    t.strictSame(await cells('甲,乙\n"丙\n丁","1"\r\n"戊","2"\r\n'), read)
    t.strictSame(await cells('甲,乙\r\n"丙\n丁","1"\n"戊",2\n'), read)
    t.strictSame(await cells('甲,乙\r"丙\n丁","1"\r戊,2'), read)
    t.strictSame(await cells('甲,乙\n户口簿"首页",5"'), [
      ['甲', '乙'],
      ['户口簿"首页"', '5"'],
    ])
    for (const [text, line] of [
      ['甲,乙\r\n"丙\r\n丁",1\r\n戊,"己\r\n庚,2\r\n', 4],
      ['甲,乙\n"丙', 2],
    ] as const)
      await t.rejects(cells(text), { message: new RegExp(`^Line ${line} of the CSV file has an unmatched quote`) })
  },
)

t.test('a large table comes in pieces and can be read again', async (t) => {
  const text = Array.from({ length: 60_000 }, (_, at) => `第${at}号事项,身份证、户口簿,村委会,备注${at}`).join('\n')
  const [sheet] = openDelimited(Buffer.from(text)).sheets
  t.equal((await rowsOf(sheet)).length, 60_000)
  t.strictSame((await cellsOf(sheet)).at(-1), ['第59999号事项', '身份证、户口簿', '村委会', '备注59999'])
})

t.test('a table tells how many lines it has before it is read', (t) => {
  const lines = (text: string) => openDelimited(Buffer.from(text)).sheets[0]?.rowCount
  t.equal(lines('a,b'), 1)
  t.equal(lines('a\r\nb\r\nc\r\n'), 4)
  t.equal(lines('a\n"b\nc"'), 3)
  t.end()
})

t.test('what is no table is refused in one sentence', async (t) => {
  const read = (text: string | Buffer) => cellsOf(openDelimited(Buffer.from(text)).sheets[0])
  await t.rejects(read('a,"b'), { message: /unmatched quote/ })
  await t.rejects(read(','.repeat(501)), { message: /^row 1: .*500 columns/ })
  await t.rejects(read(`${','.repeat(499)}\n`.repeat(10_001)), { message: /^row 10001: .*5000000 cells/ })
  t.throws(() => openDelimited(Buffer.from([0xff, 0x00, 0xff])), { message: /neither UTF-8/ })
})
