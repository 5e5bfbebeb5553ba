import t from 'tap'
import { boards, doubts, names, permits, prohibits, read, tasks } from './made/lists.ts'
import { docx, p, simple, tbl } from './made/word.ts'

const lines = (...texts: string[]) => docx(texts.map((text) => p(text)).join(''))
const table = (header: string, ...of: string[]) =>
  tbl([['序号', header], ...of.map((name, at) => [String(at + 1), name])])

t.test('names that are none of the list’s kind stop', async (t) => {
  const minutes = lines('会议纪要', '1.会议由书记主持。', '2.会议听取了汇报。')
  t.same(doubts(await read(minutes)), ['other-content'])
  t.same(doubts(await read(docx(table('名称', '党员活动室', '农家书屋', '居住证明')))), ['other-content'])
  t.same(doubts(await read(docx(table('名称', '居住证明', '困难证明', '人民调解室')))), [], 'most of them are')
  t.same(doubts(await read(docx(table('事项名称', '居住证明', '困难证明')), tasks)), ['other-content'])
  t.same(doubts(await read(docx(table('事项名称', '协助出具居住证明', '协助核实困难证明')), tasks)), [])
  t.same(doubts(await read(docx(table('名称', '居住证明', '困难证明')), boards)), ['other-content'])
  t.same(names(await read(docx(table('名称', '居住证明', '农家书屋')), permits, { acceptAnnex: true })), [
    '居住证明',
    '农家书屋',
  ])
})

t.test('without title and number, header or names must say what it is', async (t) => {
  const nameless = '一.docx'
  const of = async (bytes: Buffer, on = permits) => doubts(await read(bytes, on, {}, nameless))
  t.same(await of(lines('关于开会的通知', '1.按时到会', '2.带上材料', '3.遵守纪律'), tasks), ['no-title'])
  t.same(await of(docx(table('协助事项名称', '甲', '乙')), tasks), [])
  t.same(await of(docx(table('名称', '张三', '李四')), boards), ['other-content'])
  t.same(await of(docx(table('名称', '农家书屋', '党员活动室')), boards), [])
  t.same(await of(docx(table('名称', '居住证明', '张三', '困难证明'))), ['other-content'])
  t.same(await of(docx(table('名称', '居住证明'))), [])
  t.same(
    doubts(await read(docx(table('名称', '居住证明', '张三', '困难证明')))),
    [],
    'the number of the file speaks for it',
  )
})

t.test('a title or header of another kind, and one of another place, stops', async (t) => {
  const titled = async (title: string, header = '名称', on = permits) =>
    doubts(await read(docx(p(title) + table(header, '居住证明')), on, { others: [prohibits] }))
  t.same(await titled('村级组织挂牌指导目录'), ['other-kind-title'])
  t.same(await titled('保留清单', '牌子名称'), ['other-kind-title'])
  t.same(await titled('保留清单', '取消的证明事项'), ['other-effect'])
  t.same(await titled('湖北省保留证明事项清单'), ['other-place'])
  t.same(await titled('平凉市保留证明事项清单'), [])
  const ofHubei = { ...permits, id: 'hubei', region: '420000', title: '湖北省保留证明事项清单' }
  const from = async (title: string, on = permits) =>
    doubts(await read(docx(p(title) + table('名称', '居住证明')), on, { others: [ofHubei] }))
  t.same(await from('湖北省保留证明事项清单'), ['other-place'], 'that Hubei has a list makes it none of Pingliang')
  t.same(await from('湖北省保留证明事项清单', { ...permits, region: '420506' }), [], 'a county of Hubei may print so')
  t.same(await titled('全市保留证明事项清单'), [], 'a city that nobody names')
  t.same(await titled('村（社区）保留证明事项清单'), [])
})

t.test('a list that would lose most of its items stops', async (t) => {
  const held = (completeness: 'complete' | 'partial') => ({
    ...permits,
    completeness,
    items: ['甲证明', '乙证明', '丙证明', '丁证明'].map((name, at) => ({ no: at + 1, name })),
  })
  const one = docx(table('名称', '甲证明'))
  t.same(doubts(await read(one, held('complete'))), ['loses-many'])
  t.same(names(await read(one, held('complete'), { acceptLoss: true })), ['甲证明'])
  t.same(doubts(await read(docx(table('名称', '甲证明', '乙证明')), held('complete'))), [], 'half is not most')
  t.same(doubts(await read(one, held('partial'))), ['loses-many'], 'a file that does not say what it is')
  t.same(
    doubts(await read(docx(p('附件5') + p('平凉市保留证明事项清单') + table('名称', '甲证明')), held('partial'))),
    [],
  )
  t.same(
    doubts(
      await read(simple(['甲', '己', '庚', '辛'].map((name, at) => [String(at + 1), `${name}证明`])), held('partial')),
    ),
    [],
    'nor is a list that is replaced by one as long',
  )
})
