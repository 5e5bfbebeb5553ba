import t from 'tap'
import { doubts, itemsOf, names, noticed, permits, read } from './made/lists.ts'
import { grid, text, xlsx } from './made/sheet.ts'
import { docx, p, r, raw, simple, tbl, tr } from './made/word.ts'

const HEAD = ['序号', '证明事项名称']
const table = tbl([HEAD, ['1', '甲证明']])
const PICTURE = '<w:r><w:drawing><a:blip/></w:drawing></w:r>'

t.test(
  'a picture or an embedded file beside the list stops, until somebody says that it is no part of it',
  async (t) => {
    for (const [what, code] of [
      [PICTURE, 'beside-picture'],
      [
        '<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/></w:object></w:r>',
        'beside-embedded',
      ],
    ] as const) {
      const bytes = docx(table + raw(what))
      t.same(doubts(await read(bytes)), [code])
      t.same(names(await read(bytes, permits, { keep: ['P1'] })), ['甲证明'])
      t.same(doubts(await read(bytes, permits, { skip: ['P1'] })), [])
    }
    t.same(doubts(await read(docx(p('1.甲证明') + raw(PICTURE)))), ['beside-picture'], 'without a table too')
    t.same(doubts(await read(docx(tbl([HEAD, tr(['1', `<w:tc>${raw(r('甲证明') + PICTURE)}</w:tc>`])])))), [
      'mark-picture',
    ])
  },
)

t.test('comments in Word are told with their words, and stop where they say the contrary', async (t) => {
  const comments = (words: string) => ({
    'comments.xml': `<w:comments>\n<w:comment w:id="0"><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:comment></w:comments>`,
  })
  const mark =
    '<w:r><w:commentReference w:id="0"/></w:r><w:r><w:commentReference w:id="9"/></w:r><w:r><w:commentReference/></w:r>'
  const inCell = (words: string) =>
    docx(tbl([HEAD, tr(['1', `<w:tc>${raw(r('甲证明') + mark)}</w:tc>`]), ['2', '乙证明']]), comments(words))
  const told = await read(inCell('请核对'))
  t.same(names(told), ['甲证明', '乙证明'])
  t.match(told.report.warnings.find(({ code }) => code === 'comment')?.zh, '表1 第2行：批注未读入：“请核对”')
  t.same(doubts(await read(inCell('2024年起取消'))), ['comment'])
  t.same(names(await read(inCell('2024年起取消'), permits, { keep: ['T1R2'] })), ['甲证明', '乙证明'])
  t.same(names(await read(inCell('2024年起取消'), permits, { skip: ['T1R2'], renumber: true })), ['乙证明'])
  t.ok(noticed(await read(docx(raw(r('附件5') + mark) + table, comments('请核对')))).includes('comment'))
})

t.test('words in the colour of their ground stop', async (t) => {
  const white = '<w:color w:val="FFFFFF"/>'
  const cell = (run: string, properties = '') => docx(tbl([HEAD, tr(['1', `<w:tc>${properties}${raw(run)}</w:tc>`])]))
  t.same(doubts(await read(cell(r('甲证明', white)))), ['mark-unseen'])
  t.same(doubts(await read(cell(r('甲证明', white), '<w:tcPr><w:shd w:fill="1F4E79"/></w:tcPr>'))), [], 'white on blue')
  t.same(
    doubts(await read(cell(r('甲证明', '<w:color w:val="1f4e79"/>'), '<w:tcPr><w:shd w:fill="1F4E79"/></w:tcPr>'))),
    ['mark-unseen'],
  )
  t.same(doubts(await read(cell(r('甲证明', `${white}<w:shd w:fill="000000"/>`)))), [])
  t.same(doubts(await read(cell(r('甲证明', `${white}<w:highlight w:val="red"/>`)))), [])
  t.same(
    doubts(
      await read(docx(tbl([HEAD, tr(['1', `<w:tc>${raw(r('甲证明', white), '<w:shd w:fill="auto"/>')}</w:tc>`])]))),
    ),
    ['mark-unseen'],
  )
})

const STYLES =
  '<styleSheet><fonts><font><sz/></font><font><strike/></font><font><color rgb="FFFFFFFF"/></font><font><color theme="0"/></font><font><strike val="0"/><color theme="1"/></font></fonts>' +
  '<fills><fill><patternFill/></fill><fill><patternFill><fgColor rgb="FF1F4E79"/></patternFill></fill></fills>' +
  '<cellXfs><xf/><xf fontId="1"/><xf fontId="2"/><xf fontId="2" fillId="1"/><xf fontId="3"/><xf fontId="4"/></cellXfs><dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>'
const sheet = (cell: string, more: Record<string, string> = {}, after = '') =>
  xlsx([{ name: '一', rows: `${grid([HEAD])}<row r="2">${text('A2', '1')}${cell}</row>`, after }], more)
const excel = (bytes: Buffer, options = {}) => read(bytes, permits, options, '附件5.xlsx')

t.test('in Excel, struck and unseen words stop as in Word', async (t) => {
  const styled = async (style: number) =>
    doubts(
      await excel(sheet(`<c r="B2" s="${style}" t="inlineStr"><is><t>甲证明</t></is></c>`, { 'styles.xml': STYLES })),
    )
  t.same(await styled(0), [])
  t.same(await styled(1), ['mark-struck'])
  t.same(await styled(2), ['mark-unseen'])
  t.same(await styled(3), [], 'white on blue')
  t.same(await styled(4), ['mark-unseen'], 'the white of a theme')
  t.same(await styled(5), [])
  const rich = '<r><rPr><strike/></rPr><t>甲</t></r><r><rPr><strike val="0"/></rPr><t>证明</t></r>'
  t.same(doubts(await excel(sheet(`<c r="B2" t="inlineStr"><is>${rich}</is></c>`))), ['mark-struck'])
  const shared = (words: string) =>
    sheet('<c r="B2" t="s"><v>0</v></c>', { 'sharedStrings.xml': `<sst><si>${words}</si></sst>` })
  t.same(doubts(await excel(shared(rich))), ['mark-struck'])
  t.same(doubts(await excel(shared('<t>甲证明</t>'))), [])
  t.same(doubts(await excel(sheet('<c r="B2" t="s"><v>7</v></c>'))), ['broken-file'], 'a text that is not there')
})

t.test('comments, pictures and embedded files on a sheet are told', async (t) => {
  const rels = (type: string, target: string) => ({
    'worksheets/_rels/sheet1.xml.rels': `<Relationships><Relationship Id="r1" Type="http://x/${type}" Target="../${target}"/></Relationships>`,
  })
  const comment = (ref: string, words: string) =>
    sheet(text('B2', '甲证明'), {
      ...rels('comments', 'comments1.xml'),
      'comments1.xml': `<comments>\n<commentList><comment ref="${ref}"><text><r><t>${words}</t></r></text></comment></commentList></comments>`,
    })
  t.same(doubts(await excel(comment('B2', '此项2024年起取消'))), ['comment'])
  const told = await excel(comment('B2', '请核对'))
  t.same(names(told), ['甲证明'])
  t.ok(noticed(told).includes('comment'))
  t.same(noticed(await excel(comment('nowhere', '请核对'))).includes('comment'), false)
  const pictured = sheet(text('B2', '甲证明'), {
    ...rels('drawing', 'drawings/drawing1.xml'),
    'drawings/drawing1.xml': '<wsDr><anchor><pic/></anchor></wsDr>',
  })
  t.same(doubts(await excel(pictured)), ['beside-picture'])
  t.same(names(await excel(pictured, { keep: ['T1'] })), ['甲证明'])
  t.same(doubts(await excel(sheet(text('B2', '甲证明'), {}, '<oleObjects><oleObject/></oleObjects>'))), [
    'beside-embedded',
  ])
  t.same(
    doubts(
      await excel(
        xlsx([
          { name: '一', rows: '', after: '<oleObjects><oleObject/></oleObjects>' },
          { name: '二', rows: grid([HEAD, ['1', '甲证明']]) },
        ]),
      ),
    ),
    ['beside-embedded'],
    'a sheet of a picture alone is told too',
  )
  t.same(itemsOf(await read(simple([['1', '甲证明']]))).length, 1)
})
