import t from 'tap'
import type { Item } from '../../src/lists/list.ts'
import { itemsOf, prohibits, read } from './made/lists.ts'
import { docx, p, tbl } from './made/word.ts'

/** The first batch as it is printed (民发〔2020〕20号). */
const PRINTED = [
  '亲属关系证明',
  '居民身份信息证明（户籍证明）',
  '户口登记项目内容变更申请证明',
  '居民养犬证明',
  '无犯罪记录证明',
  '社区戒毒社区康复人员情况证明（表现证明）',
  '人员失踪证明',
  '婚姻状况证明（婚姻关系证明、分居证明）',
  '出生证明',
  '健在证明',
  '死亡证明',
  '疾病状况证明（急诊证明、意外伤害证明）',
  '残疾状况证明',
  '婚育状况证明（生育状况证明）',
  '居民就业状况证明',
  '居民个人档案证明',
  '居民财产证明（经济状况证明、收入证明、偿还能力证明、房产证明、银行存款证明、投资情况证明、车辆所有权证明等）',
  '遗产继承权证明',
  '市场主体住所证明（经营场所证明、同意住宅改变为经营性用房证明、社区经营性用房无扰民证明）',
  '证件遗失证明',
]
const annex = docx(
  p('附件3') +
    p('不应由基层群众性自治组织出具证明事项清单\n(第一批)') +
    tbl([['序号', '证明事项名称', '备注'], ...PRINTED.map((name, at) => [String(at + 1), name, ''])]),
)

const source = { document: 'law' }
const text = { zh: '甲', en: 'a' }

t.test('the printed list comes back item by item, and what we recorded beside it survives', async (t) => {
  const first = itemsOf(await read(annex, prohibits))
  t.equal(first.length, 20)
  t.strictSame(first[7], { no: 8, name: '婚姻状况证明', subNames: ['婚姻关系证明', '分居证明'] })
  t.match(first[16], { no: 17, subNamesOpen: true })
  t.equal(first[16]?.subNames?.length, 7)
  const recorded = first.map(
    (item): Item =>
      item.no === 1
        ? { ...item, exceptions: [{ text, grade: 'editorial', source }] }
        : item.no === 5
          ? { ...item, instead: [{ text, grade: 'reference', source }] }
          : item,
  )
  const shipped = { ...prohibits, note: text, items: recorded }
  const again = await read(annex, shipped, { date: '2026-11-22' })
  t.strictSame(itemsOf(again), recorded)
  t.match(again.list, {
    note: text,
    reviewed: prohibits.reviewed,
    provenance: { batch: '第一批', printedTitle: '不应由基层群众性自治组织出具证明事项清单(第一批)' },
  })
  t.ok(again.report.rows.every((row) => row.status === 'unchanged'))
  t.same(again.report.warnings, [])
  t.same(again.report.notices, [], 'an empty remark column is not worth a word')
})

t.test('5,000 rows are read, each in its place', async (t) => {
  const rows = Array.from({ length: 5000 }, (_, at) => [
    String(at + 1),
    `第${at}种情况证明（甲${at}证明、乙${at}证明等）`,
    '入学',
    '《甲法》第一条',
    '5个工作日',
  ])
  const bytes = docx(tbl([['序号', '证明事项名称', '用途', '依据', '办理时限'], ...rows]))
  const items = itemsOf(await read(bytes))
  t.equal(items.length, 5000)
  t.match(items.at(-1), { no: 5000, name: '第4999种情况证明', subNamesOpen: true })
})
