import t from 'tap'
import { doubts, itemsOf, names, noticed, prohibits, read } from '../../intake/made/lists.ts'
import { docx, numbered, p, r, raw, simple, tbl, tr } from '../../intake/made/word.ts'

const HEAD = ['序号', '证明事项名称'] as const
const one = (cell: string, more = {}) => read(docx(tbl([HEAD, ['1', cell]]), more))
const name = async (cell: string, more = {}) => names(await one(cell, more))[0]

t.test('tracked changes are read as accepted', async (t) => {
  t.equal(
    await name(
      raw(
        `${r('甲')}<w:del><w:r><w:delText>旧</w:delText></w:r><w:r><w:t>旧</w:t></w:r></w:del><w:ins>${r('新')}</w:ins>${r('证明')}`,
      ),
    ),
    '甲新证明',
  )
  t.equal(await name(raw(`<w:moveFrom>${r('旧')}</w:moveFrom><w:moveTo>${r('甲')}</w:moveTo>${r('证明')}`)), '甲证明')
  const reading = await read(
    docx(tbl([HEAD, ['1', '甲证明'], tr(['2', '乙证明'], '<w:del/>'), tr(['3', '丙证明'], '<w:ins/>')])),
    prohibits,
    { keep: ['T1R4'] },
  )
  t.same(
    itemsOf(reading).map((item) => [item.no, item.name]),
    [
      [1, '甲证明'],
      [3, '丙证明'],
    ],
    'a deleted row is gone, an inserted one is in',
  )
  t.ok(noticed(reading).includes('tracked-changes'), 'and it is said')
  t.match(reading.report.notices.find(({ code }) => code === 'deleted-row-left-out')?.zh, /^表1 第3行：.*2乙证明/)
  t.match(reading.report.rows[1]?.place, { row: 4 }, 'the rows below keep their places')
  t.ok(noticed(reading).includes('number-gap'), 'the gap that it leaves is pointed out')
  t.notOk(noticed(await one('甲证明')).includes('tracked-changes'), 'nothing is said where there are none')
})

t.test('a paragraph whose end is deleted joins the next', async (t) => {
  const end = (what: string) => `<w:rPr>${what}</w:rPr>`
  t.equal(await name(raw(r('甲'), end('<w:del/>')) + p('证明')), '甲证明')
  t.equal(await name(raw(r('甲证明'), end('<w:del/>'))), '甲证明', 'the last paragraph of a cell keeps its text')
  t.equal(await name(raw(r('甲'), end('<w:vanish/>')) + p('证明')), '甲证明', 'a hidden end joins as well')
  t.equal(
    await name(raw(r('甲'), end('<w:vanish w:val="0"/>')) + p('证明')),
    '甲证明',
    'and a plain line break in a name is none',
  )
})

t.test('former formats are not taken for present ones', async (t) => {
  t.equal(await name(raw(r('甲证明', '<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>'))), '甲证明')
})

t.test('hidden text is left out', async (t) => {
  const styles = {
    'styles.xml': `<w:styles><w:style w:type="paragraph" w:default="1" w:styleId="N"/><w:style w:type="paragraph" w:styleId="HP"><w:rPr><w:vanish/></w:rPr></w:style>
      <w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="H2"><w:basedOn w:val="H"/></w:style>
      <w:style w:type="character" w:styleId="L"><w:basedOn w:val="L"/></w:style><w:style w:type="table" w:styleId="T"><w:tblStylePr><w:rPr><w:vanish/></w:rPr></w:tblStylePr></w:style></w:styles>`,
  }
  const reading = await one(raw(r('甲') + r('藏', '<w:vanish/>') + r('证明')))
  t.same(names(reading), ['甲证明'])
  t.ok(noticed(reading).includes('hidden-text'), 'and it is said')
  t.equal(await name(raw(r('甲') + r('显', '<w:vanish w:val="false"/>') + r('证明'))), '甲显证明')
  t.equal(
    await name(raw(r('甲') + r('藏', '<w:rStyle w:val="H2"/>') + r('证明')), styles),
    '甲证明',
    'by an inherited style',
  )
  t.equal(
    await name(raw(r('甲') + r('显', '<w:rStyle w:val="L"/>') + r('证明')), styles),
    '甲显证明',
    'a style that inherits from itself ends',
  )
  t.equal(
    await name(raw(r('甲') + r('藏证明')) + raw(r('藏'), '<w:pStyle w:val="HP"/>'), styles),
    '甲藏证明',
    'by a paragraph style',
  )
  t.equal(
    await name(raw(r('甲证明', '<w:rStyle w:val="H"/>'), '<w:pStyle w:val="HP"/>'), styles),
    '甲证明',
    'two toggles cancel out',
  )
  const hidden = await read(docx(tbl([HEAD, ['1', '甲证明'], tr(['2', '乙证明'], '<w:hidden/>')])))
  t.same(names(hidden), ['甲证明'], 'hidden rows too')
  t.match(hidden.report.notices.find(({ code }) => code === 'hidden-row-left-out')?.zh, /^表1 第3行：.*2乙证明/)
  t.notOk(noticed(reading).includes('hidden-row-left-out'))
})

t.test('what is printed without being text', async (t) => {
  t.equal(
    await name(
      raw(`${r('甲')}<w:r><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:cr/><w:t>证明</w:t><w:softHyphen/></w:r>`),
    ),
    '甲乙-证明',
  )
  t.equal(await name(raw(`<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>${r('证明')}`)), '·证明')
  t.equal(await name(raw(`<w:r><w:sym w:font="宋体" w:char="7532"/></w:r>${r('证明')}`)), '甲证明')
  t.same(
    doubts(await one(raw(`<w:r><w:sym w:font="Wingdings" w:char="F0FF"/></w:r>${r('证明')}`))),
    ['mark-symbol'],
    'a symbol nobody knows stops',
  )
  t.same(doubts(await one(raw(`<w:r><w:sym w:font="X" w:char="E000"/></w:r>${r('证明')}`))), ['mark-symbol'])
  t.equal(await name(p('甲\u200b证\u00a0明\u3000')), '甲证明', 'what prints nothing is gone')
  t.same(doubts(await one(raw(r('甲证明') + r('作废证明', '<w:strike/>')))), ['mark-struck'], 'struck text stops')
  t.same(
    doubts(await one(raw(`${r('甲证明')}<w:r><w:footnoteReference w:id="1"/></w:r>`))),
    ['mark-footnote'],
    'a footnote may change what is said',
  )
  const field =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>SEQ</w:instrText><w:t>x</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
  t.equal(
    await name(raw(`${field}${r('甲')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${r('证明')}`)),
    '甲证明',
    'a field prints its result',
  )
  t.equal(
    await name(
      raw(`<w:r><w:ruby><w:rt>${r('jiǎ')}</w:rt><w:rubyBase>${r('甲')}</w:rubyBase></w:ruby></w:r>${r('证明')}`),
    ),
    '甲证明',
    'phonetic hints are no text',
  )
  t.equal(await name(raw(`<m:oMath><m:r><m:t>甲</m:t></m:r></m:oMath>${r('证明')}`)), '甲证明')
  t.equal(
    await name(raw(`${r('甲证明')}<w:r><w:drawing><a:p><a:t>x</a:t></a:p></w:drawing></w:r>`)),
    '甲证明',
    'a drawing has elements of the same names',
  )
  t.same(
    doubts(await one(raw('<w:r><w:drawing><a:blip/></w:drawing></w:r>'))),
    ['no-name-picture'],
    'a picture is no name',
  )
})

t.test('wrappers are read through, second copies and placeholders are not', async (t) => {
  t.equal(
    await name(`<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${p('甲证明')}</w:sdtContent></w:sdt>`),
    '甲证明',
  )
  t.equal(
    await name(
      raw(
        `${r('甲证明')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('单击此处')}</w:sdtContent></w:sdt>`,
      ),
    ),
    '甲证明',
  )
  const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`
  const boxed = raw(
    `<w:r><mc:AlternateContent><mc:Choice>${box('甲证明')}</mc:Choice><mc:Fallback>${box('甲证明')}</mc:Fallback></mc:AlternateContent></w:r>`,
  )
  t.equal(await name(boxed), '甲证明', 'a text box in a cell, once')
  const reading = await read(
    docx(raw(`<w:r>${box('不应由基层群众性自治组织出具证明事项清单')}</w:r>`) + tbl([HEAD, ['1', '甲证明']])),
    prohibits,
  )
  t.match(
    reading.list?.provenance,
    { printedTitle: '不应由基层群众性自治组织出具证明事项清单' },
    'a text box may hold the title',
  )
  t.same(doubts(await read(docx(`<w:altChunk/>${tbl([HEAD, ['1', '甲证明']])}`))), ['embedded-document'])
})

t.test('merged cells cover all their places', async (t) => {
  const hMerge = (text: string, value: string) => `<w:tc><w:tcPr><w:hMerge w:val="${value}"/></w:tcPr>${p(text)}</w:tc>`
  const old = await read(
    docx(tbl([HEAD, tr([hMerge('一、民政', 'restart'), hMerge('', 'continue')]), ['1', '甲证明']])),
  )
  t.match(itemsOf(old), [{ name: '甲证明', category: '民政' }], 'the older way of merging')
  const orphan = '<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:r><w:t>甲证明</w:t></w:r></w:p></w:tc>'
  t.same(names(await read(docx(tbl([HEAD, tr(['1', orphan])])))), ['甲证明'], 'a merge with nothing above it is a cell')
  const before = await read(
    docx(tbl([HEAD, tr(['<w:tc><w:p/></w:tc>', '甲证明']), tr(['乙证明'], '<w:gridBefore w:val="1"/>')])),
  )
  t.same(names(before), ['甲证明', '乙证明'], 'a row that begins further right')
})

t.test('grid columns off by a hair do not move cells to other columns', async (t) => {
  const ragged = tbl(
    [
      '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>序号</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>证明名称</w:t></w:r></w:p></w:tc></w:tr>',
      ['1', '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>甲证明</w:t></w:r></w:p></w:tc>'],
    ],
    [900, 15, 3000],
  )
  t.match(itemsOf(await read(docx(ragged))), [{ no: 1, name: '甲证明' }])
})

t.test("Word's automatic numbers stand where 序号 holds no text", async (t) => {
  const level = (at: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`
  const numbering = {
    'numbering.xml': `<w:numbering><w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'chineseCounting', '%1.%2', '<w:isLgl/>')}${level(2, 'decimal', '%3', '<w:lvlRestart w:val="0"/>')}${level(3, 'bullet', '·')}</w:abstractNum>
      <w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="S"/></w:abstractNum><w:abstractNum w:abstractNumId="2"><w:styleLink w:val="S"/>${level(0, 'upperRoman', '%1', '<w:pStyle w:val="Num"/>')}${level(1, 'decimal', '%2', '<w:pStyle w:val="Num2"/>')}</w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
      <w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="9"/></w:num><w:num w:numId="5"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="(%1)"/></w:lvl></w:lvlOverride></w:num></w:numbering>`,
    'styles.xml':
      '<w:styles><w:style w:type="paragraph" w:styleId="Num2"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr></w:style></w:styles>',
  }
  const cell = (numId: number, at = 0, text = '') => p(text, numbered(numId, at))
  const rows = [
    [cell(1), '甲证明'],
    [cell(1), '乙证明'],
  ]
  t.match(itemsOf(await read(docx(tbl([HEAD, ...rows]), numbering))), [{ no: 1 }, { no: 2 }])
  t.match(
    itemsOf(
      await read(docx(tbl([HEAD, [cell(2), '甲证明'], [cell(2), '乙证明']]), numbering), prohibits, { keep: ['T1R2'] }),
    ),
    [{ no: 5 }, { no: 6 }],
    'a list that starts at 5',
  )
  t.match(
    itemsOf(
      await read(
        docx(
          tbl([
            ['证明事项名称', '备注'],
            [cell(1, 0, '甲证明'), ''],
          ]),
          numbering,
        ),
      ),
    ),
    [{ no: 1, name: '甲证明' }],
    'a number before a name is none of it',
  )
  const materials = await read(
    docx(
      tbl([
        [...HEAD, '所需材料'],
        [
          '1',
          '甲证明',
          cell(1, 0, '身份证') +
            cell(1, 1, '正面') +
            cell(1, 2, '甲') +
            cell(1, 3, '点') +
            cell(1, 0, '户口簿') +
            cell(1, 2, '乙'),
        ],
      ]),
      numbering,
    ),
  )
  t.equal(
    itemsOf(materials)[0]?.guide?.materials,
    '1.身份证\n1.1正面\n1甲\n点\n2.户口簿\n2乙',
    'numbers are part of other texts',
  )
  const linked = await read(
    docx(
      tbl([
        [...HEAD, '所需材料'],
        [
          '1',
          '甲证明',
          cell(3, 0, '罗马') +
            p('样式', '<w:pStyle w:val="Num2"/>') +
            cell(4, 0, '无') +
            cell(8, 0, '无此') +
            cell(0, 0, '零') +
            cell(5, 0, '换'),
        ],
      ]),
      numbering,
    ),
  )
  t.equal(
    itemsOf(linked)[0]?.guide?.materials,
    'I罗马\n1样式\n无\n无此\n零\n(1)换',
    'by list styles, paragraph styles, overrides',
  )
})

t.test('a nested table is text of its cell; a table wrapped in a layout table is the list', async (t) => {
  const nested = await read(
    docx(
      tbl([
        [...HEAD, '证明样表'],
        ['1', '甲证明', `<w:tc>${tbl([['姓名', '性别']])}<w:p/></w:tc>`],
      ]),
    ),
  )
  t.match(itemsOf(nested), [{ name: '甲证明', guide: { form: '姓名 性别' } }])
  const wrapped = await read(docx(tbl([[`<w:tc>${p('第一批')}${tbl([HEAD, ['1', '甲证明']])}<w:p/></w:tc>`]])))
  t.same(names(wrapped), ['甲证明'])
  t.match(wrapped.report.rows, [{ place: { table: '1.1', row: 2 } }], 'and has a place of its own')
  t.same(
    doubts(
      await read(
        docx(
          `<w:tc>${p('x')}</w:tc><w:tr><w:trPr><w:del/></w:trPr></w:tr><w:fldChar/><w:fldChar w:fldCharType="separate"/><w:t>x</w:t><w:r><w:t>y</w:t></w:r>`,
        ),
      ),
    ),
    ['no-list'],
    'cells outside tables are nothing',
  )
})

t.test('formats that make no sense are passed over', async (t) => {
  const odd = `<w:pPr><w:pStyle w:val="x"/></w:pPr><w:tbl><w:tblGrid><w:gridCol/></w:tblGrid>${tr(HEAD)}${tr(['1', '<w:tc><w:tcPr><w:gridSpan w:val="x"/></w:tcPr><w:p><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t>甲证明</w:t></w:r></w:p></w:tc>'])}</w:tbl>`
  t.same(names(await read(docx(odd))), ['甲证明'])
})

t.test('text struck by its style, and a number of a level that the list does not define', async (t) => {
  const styles = {
    'styles.xml':
      '<w:styles><w:style w:type="character" w:styleId="S"><w:rPr><w:dstrike/></w:rPr></w:style></w:styles>',
  }
  t.same(doubts(await one(raw(r('甲证明', '<w:rStyle w:val="S"/>')), styles)), ['mark-struck'])
  const numbering = {
    'numbering.xml':
      '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1/%9"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
  }
  t.same(doubts(await read(docx(tbl([HEAD, [p('', numbered(1)), '甲证明']]), numbering))), ['no-number'])
  const second = {
    'numbering.xml':
      '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/></w:lvl><w:lvl w:ilvl="1"><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
  }
  t.match(
    itemsOf(await read(docx(tbl([HEAD, [p('', numbered(1, 1)), '甲证明']]), second), prohibits, { keep: ['T1R2'] })),
    [{ no: 3 }],
    'a level above that has not been met counts from its start',
  )
})

t.test('a plain table needs no styles and no numbering part', async (t) => {
  t.same(names(await read(simple([['1', '甲证明']]))), ['甲证明'])
})
