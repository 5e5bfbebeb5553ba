import { PassThrough, Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import t from 'tap'
import { openPackage } from '../../../src/documents/package/package-parts.ts'
import { openWorkbook } from '../../../src/documents/sheet/workbook-table.ts'
import { rowHeight } from '../../../src/reports/workbook/row-height.ts'
import { sheetXml } from '../../../src/reports/workbook/sheet-xml.ts'
import { writeWorkbook } from '../../../src/reports/workbook/write-workbook.ts'
import type { WrittenRow, WrittenSheet } from '../../../src/reports/workbook/written-sheet.ts'
import { SharedStrings } from '../../../src/reports/workbook/written-strings.ts'
import fc from '../../property.ts'
import { cellsOf } from '../../table-rows.ts'

async function written(...sheets: WrittenSheet[]): Promise<Buffer> {
  const out = new PassThrough()
  const [bytes] = await Promise.all([buffer(out), writeWorkbook({ title: '题', day: '2026-11-22', sheets }, out)])
  return bytes
}

const sheet = (rows: readonly WrittenRow[], headRows = 0): WrittenSheet => ({
  name: "一'&",
  widths: [10, 20],
  headRows,
  rows: () => rows,
})

async function part(bytes: Buffer, name: string): Promise<string> {
  let text = ''
  for await (const piece of (await openPackage(bytes)).text(name)) text += piece
  return text
}

t.test('what is written is read again, whatever the text', async (t) => {
  const cell = fc
    .string({ unit: 'binary', maxLength: 40 })
    .filter((text) => /^[^\p{Cc}\p{Cs}\ufffe\uffff]*$/u.test(text) && text.trim() !== '')
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.oneof(cell, fc.constantFrom('_x0041_', '=1+1', '<&>"')), { minLength: 1, maxLength: 3 }), {
        minLength: 1,
        maxLength: 5,
      }),
      async (rows) => {
        const { sheets } = await openWorkbook(await written(sheet(rows.map((cells) => ({ cells })))))
        t.strictSame(await cellsOf(sheets[0]), rows)
      },
    ),
    { numRuns: 30 },
  )
})

t.test('a formula in a text stays text, numbers are ours only', async (t) => {
  const bytes = await written(sheet([{ cells: ['=HYPERLINK("http://x","y")', 3, { text: '@SUM', look: 'bad' }, ''] }]))
  const xml = await part(bytes, 'xl/worksheets/sheet1.xml')
  t.notMatch(xml, /<f>/)
  t.match(xml, /<c r="A1" s="4" t="s">/)
  t.match(xml, /<c r="B1" s="5"><v>3<\/v>/)
  t.match(xml, /<c r="C1" s="6" t="s">/)
  t.match(xml, /<c r="D1" s="4"\/>/)
})

t.test('the header stays in view, gets a filter and is repeated on every page; titles lie across', async (t) => {
  const bytes = await written(
    sheet(
      [
        { cells: ['标题'], across: true, look: 'title', height: 30 },
        { cells: ['甲', '乙'], look: 'head' },
        { cells: ['一', '二'] },
      ],
      2,
    ),
  )
  const xml = await part(bytes, 'xl/worksheets/sheet1.xml')
  t.match(xml, /<pane ySplit="2"/)
  t.match(xml, /<autoFilter ref="A2:B3"\/><mergeCells count="1"><mergeCell ref="A1:B1"\/>/)
  t.match(await part(bytes, 'xl/workbook.xml'), /Print_Titles" localSheetId="0">'一''&amp;'!\$2:\$2</)
})

t.test('the sheet that is written first may stand last', async (t) => {
  let counted = 0
  const rows: WrittenSheet = {
    name: '行',
    widths: [10],
    headRows: 1,
    async *rows() {
      for (let at = 0; at < 5000; at += 1) {
        counted += 1
        yield { cells: [`第${at}行`] }
      }
    },
  }
  const summary: WrittenSheet = {
    name: '汇总',
    widths: [10],
    headRows: 0,
    *rows() {
      yield { cells: [counted] }
    },
  }
  const out = new PassThrough()
  const [bytes] = await Promise.all([
    buffer(out),
    writeWorkbook({ title: '', day: '2026-11-22', sheets: [summary, rows], writtenFirst: rows }, out),
  ])
  const { sheets } = await openWorkbook(bytes)
  t.strictSame(
    sheets.map(({ name }) => name),
    ['汇总', '行'],
  )
  t.strictSame(await cellsOf(sheets[0]), [['5000']])
  t.equal((await cellsOf(sheets[1])).length, 5000)
})

t.test('what cannot be had fails the writing', async (t) => {
  const failing: WrittenSheet = {
    name: 'x',
    widths: [1],
    headRows: 0,
    *rows() {
      yield { cells: ['a'] }
      throw new Error('no more')
    },
  }
  await t.rejects(written(failing), { message: 'no more' })
})

t.test('beyond the bound texts stand where they are used', async (t) => {
  const strings = new SharedStrings(1)
  t.strictSame(strings.cell('甲'), { type: 's', xml: '<v>0</v>' })
  t.strictSame(strings.cell('甲'), { type: 's', xml: '<v>0</v>' })
  t.match(strings.cell('乙'), { type: 'inlineStr' })
  const many = new SharedStrings()
  for (let at = 0; at < 5000; at += 1) many.cell(`一个比较长的文字，编号为${at}`)
  t.ok([...many.xml()].length > 2)
})

t.test('a row is as high as its longest text needs', async (t) => {
  t.equal(rowHeight(['短', 1], [10, 5]), 18)
  t.equal(rowHeight(['一二三四五六七八九十', '', { text: 'a\nb\nc\nd', look: 'cell' }], [11, 5]), 63)
  t.equal(rowHeight(['长'.repeat(2000)], []), 300)
  t.equal(
    rowHeight(
      ['有无犯罪记录证明由公安派出所出具。（《关于改进和规范公安派出所出具证明工作的意见》（公通字〔2016〕21号））'],
      [36],
    ),
    63,
  )
  t.equal(rowHeight(['“”'.repeat(10)], [23]), rowHeight(['字'.repeat(20)], [23]), 'quotes are as wide as characters')
  t.equal(rowHeight(['一二'], [1]), 33, 'a column narrower than what is lost holds a character a line')
})

t.test('a sheet of more rows than Excel opens is refused, with what to do', async (t) => {
  const xml = (rows: number) => {
    const made = sheet(Array.from({ length: rows }, () => ({ cells: ['甲'] })))
    return text(Readable.from(sheetXml(made, new SharedStrings(), true, 3)))
  }
  t.match(await xml(3), /<row r="3"/)
  await t.rejects(xml(4), /more than 3 rows.*write it as \.csv/)
})
