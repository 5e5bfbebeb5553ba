import t from 'tap'
import { readAnnexFolder } from '../../src/intake/annex-folder.ts'
import { boards, doubts, itemsOf, names, permits, read } from './made/lists.ts'
import { grid, xlsx } from './made/sheet.ts'
import { docx, p, tbl } from './made/word.ts'

const HEAD = ['序号', '证明事项名称']
const table = tbl([HEAD, ['1', '甲证明']])
const stops = async (bytes: Buffer, name?: string) => doubts(await read(bytes, permits, {}, name))

/** A file with a part that its document refers to. */
const withHeader = (xml: string) =>
  docx(table, {
    '_rels/document.xml.rels':
      '<Relationships><Relationship Id="r7" Type="http://x/header" Target="header1.xml"/></Relationships>',
    'header1.xml': `<w:hdr>\n${xml}</w:hdr>`,
  })

t.test('a file that calls itself a sample or a draft stops', async (t) => {
  for (const word of ['样例', '样本', '示例', '模板', '草案', '讨论稿', '征求意见稿', '送审稿', '仅供参考', 'Draft'])
    t.same(await stops(docx(p(`保留证明事项清单（${word}）`) + table)), ['sample'], word)
  t.same(await stops(docx(p('附件5') + p('草 案') + table)), ['sample'], 'on a line of its own')
  for (const title of ['保留证明事项清单', '保留证明事项清单及证明样本', '清单（填写示例附后）'])
    t.same(await stops(docx(p(title) + table)), [], title)
})

t.test('it may say so in its name, a header, a watermark or the name of a sheet', async (t) => {
  t.same(await stops(docx(table), '附件5-样例.docx'), ['sample'])
  t.same(await stops(withHeader('<w:p><w:r><w:t>征求意见稿</w:t></w:r></w:p>')), ['sample'])
  t.same(await stops(withHeader('<w:p><w:r><w:t>平凉市民政局</w:t></w:r></w:p>')), [])
  const drawn = (word: string) => `<v:textpath xmlns:v="urn:schemas-microsoft-com:vml" string="${word}"/>`
  t.same(await stops(withHeader(`<w:p><w:r><w:pict>${drawn('样本')}</w:pict></w:r></w:p>`)), ['sample'])
  t.same(await stops(withHeader('<w:p><w:r><v:textpath xmlns:v="urn:v"/></w:r></w:p>')), [])
  t.same(await stops(docx(`${p(' ')}<w:p><w:r><w:pict>${drawn('草案')}</w:pict></w:r></w:p>${table}`)), ['sample'])
  t.same(await stops(docx(`<w:p><w:r><w:pict><v:textpath/></w:pict></w:r></w:p>${table}`)), [])
  const sheet = (name: string, header = '') =>
    xlsx([
      {
        name,
        rows: grid([HEAD, ['1', '甲证明']]),
        after: header === '' ? '' : `<headerFooter><oddHeader>${header}</oddHeader></headerFooter>`,
      },
    ])
  t.same(await stops(sheet('模板'), '附件5.xlsx'), ['sample'])
  t.same(await stops(sheet('一', '&amp;C征求意见稿'), '附件5.xlsx'), ['sample'])
  t.same(await stops(sheet('一', '&amp;C&amp;P'), '附件5.xlsx'), [])
})

t.test('who insists gets a partial and editorial list that says what it is', async (t) => {
  const bytes = docx(p('附件5') + p('保留证明事项清单（样例）') + table)
  const reading = await read(bytes, permits, { acceptSample: true, grade: 'official', completeness: 'complete' })
  t.same(names(reading), ['甲证明'])
  t.match(reading.list, { completeness: 'partial', grade: 'editorial', note: { zh: /样例/, en: /sample/ } })
})

t.test('one in the folder of annexes is refused', async (t) => {
  const folder = t.testdir({ '附件5.docx': docx(p('保留证明事项清单（样例）') + table) })
  await t.rejects(
    readAnnexFolder(folder, { lists: [permits], documents: [], divisions: { regions: [] } }),
    /附件5\.docx：文件标题写明不是正式清单/,
  )
})

t.test('a batch is added to the list that is there', async (t) => {
  const held = {
    ...permits,
    completeness: 'complete',
    grade: 'reference',
    items: [
      { no: 1, name: '乙证明' },
      { no: 4, name: '丙证明', note: { zh: '记', en: 'kept' } },
    ],
  } as const
  const batch = docx(
    tbl([
      [...HEAD, '用途'],
      ['1', '甲证明', '入学'],
      ['2', '丙证明', '落户'],
    ]),
  )
  const reading = await read(batch, { ...held, items: [...held.items] }, { add: true })
  t.match(itemsOf(reading), [
    { no: 1, name: '乙证明' },
    { no: 4, name: '丙证明', guide: { use: '落户' }, note: { zh: '记' } },
    { no: 5, name: '甲证明', grade: 'official' },
  ])
  t.match(reading.list, { completeness: 'complete', grade: 'reference' })
  t.match((await read(batch, permits, { add: true })).list, { completeness: 'partial', items: [{ no: 1 }, { no: 2 }] })
  t.notOk(itemsOf(await read(batch, { ...boards, kind: 'certificate', grade: 'official' }, { add: true }))[0]?.grade)
})
