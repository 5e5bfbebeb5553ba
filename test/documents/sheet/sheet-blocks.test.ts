import t from 'tap'
import { doubts, itemsOf, names, noticed, permits, read } from '../../intake/made/lists.ts'
import { grid, text, xlsx } from '../../intake/made/sheet.ts'

const HEAD = ['序号', '证明事项名称', '用途']
const book = (rows: string, more: { after?: string; before?: string } = {}, parts: Record<string, string> = {}) =>
  xlsx([{ name: '清单', rows, ...more }], parts)
const one = (bytes: Buffer, options = {}) => read(bytes, permits, options, '附件.xlsx')
const head = grid([HEAD])

t.test('a sheet is a table, with its own row numbers', async (t) => {
  const reading = await one(
    book(
      `<row r="3">${text('B3', '序号')}${text('C3', '证明事项名称')}</row><row r="5"><c r="B5"><v>1</v></c>${text('C5', '甲证明')}</row>`,
    ),
  )
  t.match(itemsOf(reading), [{ no: 1, name: '甲证明' }])
  t.match(reading.report.rows, [{ place: { table: '1', sheet: '清单', row: 5 } }])
  t.same(
    reading.report.columns[0]?.columns.map((column) => column.number),
    [1, 2, 3],
    'columns are the sheet’s own',
  )
})

t.test('references and row numbers may be left out', async (t) => {
  t.same(
    names(
      await one(
        book(
          '<row><c t="inlineStr"><is><t>序号</t></is></c><c t="inlineStr"><is><t>证明名称</t></is></c></row><row><c><v>1</v></c><c t="str"><f>"x"</f><v>甲证明</v></c></row>',
        ),
      ),
    ),
    ['甲证明'],
  )
})

t.test('shared strings, with formats and phonetic hints', async (t) => {
  const strings = {
    'sharedStrings.xml':
      '<sst><si><t>序号</t></si><si><r><t>证明</t></r><r><t>名称</t></r><rPh><t>x</t></rPh></si><si><t>甲证明</t></si></sst>',
  }
  const rows =
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2" t="s"><v>2</v></c></row>'
  t.same(names(await one(book(rows, {}, strings))), ['甲证明'])
  t.same(
    names(
      await one(
        book(
          `${head}<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="inlineStr"><is><t>甲证明</t><rPh><t>x</t></rPh></is></c></row>`,
        ),
      ),
    ),
    ['甲证明'],
  )
})

t.test('a carriage return that a workbook stores as _x000D_ is no part of a name', async (t) => {
  const strings = { 'sharedStrings.xml': '<sst><si><t>甲证明_x000D_</t></si></sst>' }
  const rows = `${head}<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="s"><v>0</v></c></row><row r="3"><c r="A3"><v>2</v></c><c r="B3" t="inlineStr"><is><t>乙证明_x000D_</t></is></c></row>`
  t.same(names(await one(book(rows, {}, strings))), ['甲证明', '乙证明'])
})

t.test('merged areas are filled with their first cell', async (t) => {
  const rows = grid([
    ['部门', '序号', '证明名称'],
    ['民政局', '1', '甲证明'],
    ['', '2', '乙证明'],
  ])
  t.same(
    itemsOf(
      await one(
        book(rows, {
          after:
            '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="D9:E9"/><mergeCell ref="x"/><mergeCell/></mergeCells>',
        }),
      ),
    ).map((item) => item.category),
    ['民政局', '民政局'],
  )
  const group = grid([
    ['序号', '证明名称'],
    ['一、民政局', ''],
    ['1', '甲证明'],
  ])
  t.match(itemsOf(await one(book(group, { after: '<mergeCells><mergeCell ref="A2:XFD2"/></mergeCells>' }))), [
    { category: '民政局' },
  ])
  t.same(
    doubts(await one(book(rows, { after: `<mergeCells>${'<mergeCell ref="A1:C50000"/>'.repeat(40)}</mergeCells>` }))),
    ['too-large'],
  )
})

t.test('a cell is what it shows, or is doubted', async (t) => {
  const styles = {
    'styles.xml': `<styleSheet><numFmts><numFmt numFmtId="170" formatCode='0"个工作日"'/><numFmt numFmtId="171" formatCode="yyyy-mm-dd"/><numFmt numFmtId="172" formatCode="0.00%"/><numFmt numFmtId="173" formatCode='"第"00"项"'/><numFmt numFmtId="174" formatCode='#"项"'/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="173"/><xf numFmtId="27"/><xf numFmtId="46"/><xf numFmtId="58"/><xf numFmtId="174"/><xf numFmtId="60"/></cellXfs></styleSheet>`,
  }
  const cell = (content: string) =>
    one(book(`${head}<row r="2"><c r="A2"><v>1</v></c>${text('B2', '甲证明')}${content}</row>`, {}, styles))
  const use = async (content: string) => itemsOf(await cell(content))[0]?.guide?.use
  t.equal(await use('<c r="C2" s="1"><v>5</v></c>'), '5个工作日')
  t.equal(await use('<c r="C2" s="6"><v>5</v></c>'), '第05项')
  t.equal(await use('<c r="C2" s="10"><v>5</v></c>'), '5项')
  for (const style of [7, 8, 9]) t.same(doubts(await cell(`<c r="C2" s="${style}"><v>45000</v></c>`)), ['mark-date'])
  t.same(doubts(await cell('<c r="C2" s="11"><v>5</v></c>')), ['mark-format'])
  t.equal(await use('<c r="C2"><v>0.30000000000000004</v></c>'), '0.30000000000000004')
  t.equal(await use('<c r="C2" s="99"><v>5</v></c>'), '5')
  t.equal(await use('<c r="C2" t="b"><v>1</v></c>'), 'TRUE')
  t.equal(await use('<c r="C2" t="b"><v>0</v></c>'), 'FALSE')
  for (const [content, mark] of [
    ['<c r="C2" s="2"><v>45000</v></c>', 'date'],
    ['<c r="C2" s="4"><v>45000</v></c>', 'date'],
    ['<c r="C2" t="d"><v>2020-01-01</v></c>', 'date'],
    ['<c r="C2" s="3"><v>0.5</v></c>', 'format'],
    ['<c r="C2" s="5"><v>0.5</v></c>', 'format'],
    ['<c r="C2" s="1"><v>5.5</v></c>', 'format'],
    ['<c r="C2" t="e"><v>#REF!</v></c>', 'error'],
    ['<c r="C2"><f>A1</f></c>', 'formula'],
  ] as const) {
    t.same(doubts(await cell(content)), [`mark-${mark}`], content)
  }
})

t.test('hidden sheets and columns are left out and said, hidden rows are doubted', async (t) => {
  const rows = grid([[...HEAD], ['1', '甲证明', 'x']])
  const two = await one(
    xlsx([
      { name: '清单', rows },
      { name: '旧', rows, state: 'hidden' },
      { name: '空', rows: '' },
    ]),
  )
  t.same(names(two), ['甲证明'])
  t.ok(noticed(two).includes('hidden-sheet'))
  const column = await one(
    book(rows, {
      before:
        '<cols><col min="3" max="3" hidden="1"/><col min="9" max="9" hidden="true"/><col min="1" max="1"/></cols>',
    }),
  )
  t.notOk(itemsOf(column)[0]?.guide)
  t.ok(noticed(column).includes('hidden-column'))
  const hidden = book(
    `${rows}<row r="3" hidden="1"><c r="A3"><v>2</v></c>${text('B3', '乙证明')}</row><row r="4" hidden="true"/>`,
  )
  t.same(doubts(await one(hidden)), ['hidden-row'])
  t.same(names(await one(hidden, { keep: ['T1R3'] })), ['甲证明', '乙证明'])
  t.same(names(await one(hidden, { skip: ['T1R3'] })), ['甲证明'])
})

t.test('text far outside is refused, formats there are nothing', async (t) => {
  t.same(
    names(
      await one(
        book(
          `${grid([
            ['序号', '证明名称'],
            ['1', '甲证明'],
          ])}<row r="1048576"><c r="XFD1048576" s="1"/></row>`,
        ),
      ),
    ),
    ['甲证明'],
  )
  t.same(doubts(await one(book(`${head}<row r="2">${text('XFD2', 'x')}</row>`))), ['too-large'])
  t.same(doubts(await one(book(`<row r="60000">${text('A60000', 'x')}</row>`))), ['too-large'])
})

t.test('hidden columns are named by their letters, sheets by their tabs', async (t) => {
  const rows = `<row r="1">${text('A1', '序号')}${text('B1', '证明名称')}${text('AB1', 'x')}</row><row r="2"><c r="A2"><v>1</v></c>${text('B2', '甲证明')}</row>`
  const reading = await one(
    xlsx([{ name: '表&lt;一', rows, before: '<cols><col min="28" max="28" hidden="1"/></cols>' }]),
  )
  t.match(reading.report.notices.find((said) => said.code === 'hidden-column')?.zh, /AB/)
  t.same(
    doubts(
      await one(
        xlsx([
          { name: '说明', rows: grid([['填表说明', '甲']]) },
          {
            name: '清单',
            rows: grid([
              ['序号', '证明名称'],
              ['1', '甲证明'],
            ]),
          },
        ]),
      ),
    ),
    ['unknown-table'],
  )
})

t.test('a sheet whose part is missing is empty', async (t) => {
  t.same(doubts(await one(xlsx([]))), ['no-list'])
  const { zip } = await import('../../intake/made/zip.ts')
  t.same(doubts(await one(zip([['xl/workbook.xml', '<workbook><sheets><sheet/></sheets></workbook>']]))), ['no-list'])
})
