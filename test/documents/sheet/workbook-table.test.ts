import t from 'tap'
import { Refusal } from '../../../src/documents/message.ts'
import { tableLimits } from '../../../src/documents/package/file-limits.ts'
import { tallCells } from '../../../src/documents/sheet/merged-cells.ts'
import { sheetRows } from '../../../src/documents/sheet/sheet-rows.ts'
import { openWorkbook } from '../../../src/documents/sheet/workbook-table.ts'
import { shownAt } from '../../../src/documents/table-file.ts'
import { cellsOf, rowsOf } from '../../table-rows.ts'
import { ns, type Parts, sheet, workbook } from '../made-workbook.ts'

const nowhere = () => ({ zh: '某处', en: 'somewhere' })

/** The code of the sentence with which something is refused. */
const refusal = (reading: Promise<unknown>) =>
  reading.then(
    () => 'read',
    (error) => (error instanceof Refusal ? error.said.code : error),
  )

t.test('cells of every kind read as they are shown', async (t) => {
  const bytes = await workbook({
    strings: `<sst ${ns}><si><t>共享</t></si><si><r><t>富</t></r><r><t>文本</t></r><rPh><t>fu</t></rPh></si></sst>`,
    styles: `<styleSheet ${ns}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    sheet: sheet(
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="D2" t="inlineStr"><is><t>内</t><rPh><t>x</t></rPh></is></c></row>' +
        '<row><c><v>12.50</v></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="str"><f>A1</f><v>算出</v></c><c t="e"><v>#N/A</v></c><c s="1"><v>45292</v></c><c s="1"><v>3</v></c></row>' +
        '<row r="9"/><row r="10"><c r="A10"/></row>' +
        '<row r="11"><c r="A11" t="inlineStr"><is><t><![CDATA[原样]]></t></is></c></row>',
      '<dimension ref="A1:G11"/>',
    ),
  })
  const { sheets } = await openWorkbook(bytes)
  t.equal(sheets[0]?.rowCount, 11)
  t.strictSame(await rowsOf(sheets[0]), [
    { no: 2, cells: ['共享', '富文本', '', '内'] },
    { no: 3, cells: ['12.5', 'TRUE', 'FALSE', '算出', '#N/A', '2024-01-01', '3'] },
    { no: 11, cells: ['原样'] },
  ])
})

t.test('what a workbook stores for a sign that XML cannot hold is read as that sign', async (t) => {
  const bytes = await workbook({
    strings: `<sst ${ns}><si><t>身份证_x000D_\n婚姻状况证明_x000D_</t></si></sst>`,
    sheet: sheet(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>甲_x000d_乙</t></is></c>' +
        '<c r="C1" t="str"><f>A1</f><v>_x005F_x0041_</v></c><c r="D1" t="inlineStr"><is><t>a_x1_xyz</t></is></c></row>',
    ),
  })
  const { sheets } = await openWorkbook(bytes)
  t.strictSame(await cellsOf(sheets[0]), [['身份证\r\n婚姻状况证明\r', '甲\r乙', '_x0041_', 'a_x1_xyz']])
})

t.test(
  'prefixed elements read the same; a sheet need not say how large it is; hidden sheets are not there',
  async (t) => {
    const bytes = await workbook({
      sheets: '<sheet name="藏" sheetId="2" state="hidden" r:id="r9"/><sheet name="一" sheetId="1" r:id="r1"/>',
      sheet: `<x:worksheet xmlns:x="y"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>前缀</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
    })
    const { sheets } = await openWorkbook(bytes)
    t.strictSame(
      sheets.map(({ name }) => name),
      ['一'],
    )
    t.notOk('rowCount' in (sheets[0] ?? {}))
    t.strictSame(await cellsOf(sheets[0]), [['前缀']])
  },
)

t.test('a workbook that is no workbook is refused in one sentence', async (t) => {
  const cases: [Parts, string][] = [
    [{}, 'missing-part'],
    [{ sheet: sheet('<row><c><v>1</v>') }, 'broken-file'],
    [{ sheet: `<!DOCTYPE x []>${sheet('')}` }, 'doctype'],
    [{ sheet: sheet('<row><c t="inlineStr"><is><t>&boom;</t></is></c></row>') }, 'doctype'],
    [{ sheet: sheet('<row><c r="ZZ1"><v>1</v></c></row>') }, 'too-large'],
    [{ sheet: sheet('<a>'.repeat(60)) }, 'too-large'],
  ]
  for (const [parts, code] of cases) {
    const bytes = await workbook(parts)
    t.equal(await refusal(openWorkbook(bytes).then(({ sheets }) => rowsOf(sheets[0]))), code)
  }
  t.equal(
    await refusal(openWorkbook(await workbook({ relations: '<Relationships/>', sheet: sheet('') }))),
    'missing-part',
  )
})

t.test('ten million cells are refused, packed ever so small', async (t) => {
  const row = `<row>${'<c/>'.repeat(400)}</row>`
  const bytes = await workbook({ sheet: sheet(row.repeat(25_000)) })
  t.ok(bytes.length < 1_000_000)
  t.equal(await refusal(openWorkbook(bytes).then(({ sheets }) => rowsOf(sheets[0]))), 'zip-bomb')
  async function* three() {
    yield sheet('<row><c/><c/></row><row><c/><c/></row>')
  }
  const plain = { show: (text: string) => ({ text }), look: () => [] }
  const strings = { at: () => '', isStruck: () => false }
  const parts = (cells: number) => ({
    name: '一',
    strings,
    formats: plain,
    tall: new Map(),
    limits: { ...tableLimits, cells },
  })
  const read = async (most: number) => {
    for await (const rows of sheetRows(three(), parts(most))) t.fail(`${rows.length} rows that hold nothing`)
  }
  await read(4)
  t.equal(await refusal(read(3)), 'too-large')
})

t.test('a cell that is merged with rows below shows in them, and in no other', async (t) => {
  const text = (at: string, shown: string) => `<c r="${at}" t="inlineStr"><is><t>${shown}</t></is></c>`
  const rows = [
    `<row r="1">${text('A1', '题')}</row>`,
    `<row r="2">${text('A2', '甲局')}${text('B2', '一')}${text('C2', '宽')}</row>`,
    `<row r="3">${text('B3', '二')}</row>`,
    '<row r="4"/>',
    `<row r="5">${text('A5', '藏')}${text('B5', '三')}</row>`,
    `<row r="6">${text('B6', '四')}</row>`,
    `<row r="7">${text('B7', '五')}</row>`,
  ]
  const merged = (...areas: string[]) =>
    `<worksheet ${ns}><sheetData>${rows.join('')}</sheetData><mergeCells>${areas
      .map((area) => `<mergeCell ref="${area}"/>`)
      .join('')}</mergeCells></worksheet>`
  const shown = async (xml: string) => {
    const [first] = (await openWorkbook(await workbook({ sheet: xml }))).sheets
    return (await rowsOf(first)).map((row) => [row.no, shownAt(row, 0), shownAt(row, 1), shownAt(row, 2)])
  }
  t.strictSame(await shown(merged('A1:C1', 'A2:A5', 'C2:D3', 'A6:A9')), [
    [1, '题', '', ''],
    [2, '甲局', '一', '宽'],
    [3, '甲局', '二', '宽'],
    [5, '甲局', '三', ''],
    [6, '', '四', ''],
    [7, '', '五', ''],
  ])
  t.strictSame((await shown(merged('A2:A3')))[3], [5, '藏', '三', ''], 'what is not merged shows itself')
  t.strictSame((await shown(merged('A2:ABCD9', '99:A9')))[2], [3, '', '二', ''], 'an area that is none merges nothing')
})

t.test('merged cells are found wherever the text of a sheet is cut', async (t) => {
  const xml = '<x:mergeCells count="2"><x:mergeCell  ref="A2:A5" /><x:mergeCell ref="C3:C4"/></x:mergeCells>'
  const at = (cut: number) =>
    async function* () {
      yield xml.slice(0, cut)
      yield xml.slice(cut)
    }
  const expected = new Map([
    [2, [{ column: 0, last: 5 }]],
    [3, [{ column: 2, last: 4 }]],
  ])
  for (let cut = 0; cut <= xml.length; cut += 1) t.strictSame(await tallCells(at(cut)(), nowhere), expected)
  async function* many() {
    yield '<mergeCell ref="A1:A2"/>'.repeat(200_001)
  }
  t.equal(await refusal(tallCells(many(), nowhere)), 'too-large')
})

t.test('a formula whose result was not stored is told from one that gives nothing', async (t) => {
  const bytes = await workbook({
    sheet: sheet('<row r="1"><c><f>A2</f></c><c><f>A2</f><v/></c><c t="str"><f>A2</f><v></v></c><c><v>1</v></c></row>'),
  })
  t.strictSame(await cellsOf((await openWorkbook(bytes)).sheets[0]), [['#N/A', '#N/A', '', '1']])
})

t.test('a cell longer than Excel lets one be is refused, wherever its text stands', async (t) => {
  const longest = '证'.repeat(32_767)
  const inline = (text: string) => sheet(`<row r="7"><c t="inlineStr"><is><t>${text}</t></is></c></row>`)
  const shared = (text: string) => ({
    strings: `<sst ${ns}><si><t>${text}</t></si></sst>`,
    sheet: sheet('<row r="7"><c t="s"><v>0</v></c></row>'),
  })
  for (const parts of [(text: string) => ({ sheet: inline(text) }), shared]) {
    const [whole] = (await openWorkbook(await workbook(parts(longest)))).sheets
    t.equal((await rowsOf(whole))[0]?.cells[0], longest)
    const bytes = await workbook(parts(`${longest}证`))
    t.equal(await refusal(openWorkbook(bytes).then(({ sheets }) => rowsOf(sheets[0]))), 'long-cell')
  }
})

t.test('a sheet without content has no rows', async (t) => {
  const { sheets } = await openWorkbook(await workbook({ sheet: '' }))
  t.strictSame(await rowsOf(sheets[0]), [])
})
