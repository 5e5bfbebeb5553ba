import t from 'tap'
import {
  issuerReadings,
  namesVillage,
  onlySeals,
  readIssuer,
  saysWhoIssues,
} from '../../src/names/issuers/read-issuer.ts'
import fc from '../property.ts'

const isVillageIssuer = (issuer: string) => namesVillage(readIssuer(issuer))

t.test("villagers' and residents' committees are what the lists speak of, however they are written", async (t) => {
  for (const issuer of [
    '村民委员会',
    '村委会',
    '居民委员会',
    '居委会',
    '社区居委会',
    '社区居民委员会',
    '村（居）民委员会',
    '村(社区)委员会',
    '户籍地村（居）委会盖章',
    '户籍地村（居）委会',
    '峡门乡峡门村村委会',
    '峡门村',
    '所在社区',
    '村',
    '村两委',
    '村（居）两委',
    '社区两委',
    '村级',
    '村里',
    '村上',
    '所在村村部',
    '基层群众性自治组织',
    '村级组织',
    '村委会或公安派出所',
    '派出所、居委会',
    '单位/社区',
    '　村 委 会　',
    '村  委会',
    '村委',
    '村居委会',
    '村居民委员会',
    '峡门村盖章',
    '峡门村出具证明',
    '证明由峡门村出具',
    '峡门村 / 派出所',
    '群众性自治组织',
    '群众自治组织',
    '基层群众自治组织',
    '村支部',
    '村党支部',
    '村总支部',
    '村党总支部',
    '村党组织',
    '村干部',
    '村民小组',
    '居民小组',
    'village committee',
    'neighbourhood committee',
    'villagers committee',
    "Residents' Committee",
    'neighborhood committee',
  ]) {
    t.ok(isVillageIssuer(issuer), issuer)
  }
})

t.test('whoever merely works in a village or a community is not one', async (t) => {
  for (const issuer of [
    '公安派出所',
    '派出所',
    '社区卫生服务中心',
    '社区民警',
    '社区警务室',
    '社区医院',
    '社区矫正中心',
    '村镇银行',
    '村卫生室',
    '医院',
    '民政局',
    '乡镇人民政府',
    '街道办事处',
    '单位',
    '教育部',
    '农村',
    '村委会下属卫生室',
    '居委会旁派出所',
    '峡门村信用社',
    'police station',
  ]) {
    t.notOk(isVillageIssuer(issuer), issuer)
  }
})

t.test('any text at all has one of the readings', async () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (issuer) => issuerReadings.includes(readIssuer(issuer))),
  )
})

const readings = (expected: string, issuers: readonly string[]) =>
  t.test(`${expected}: who is read so`, async (t) => {
    for (const issuer of issuers) t.equal(readIssuer(issuer), expected, issuer)
  })

readings('village', [
  ...[
    '村居委',
    '村居',
    '大队',
    '村支书',
    '嘎查',
    '村小组',
    '自治组织',
    '柳湖村三组',
    '甲村乙组',
    '一组',
    '社长',
    '村会计',
  ],
  ...[
    '牧民委员会',
    '村集体经济组织',
    '居委會',
    '××居委会',
    '村委会主任',
    '村两委班子',
    '社区工作站',
    '网格员',
    '村民代表会议',
  ],
  '村委会出具并经乡镇政府盖章',
  '村委会出具、派出所盖章',
  '村委会盖章，派出所核实',
  '村委会（派出所盖章）',
  '户口所在地村（居）委会',
  '居委会和派出所',
])
readings('other', [
  ...[
    '新村派出所',
    '社区医院',
    '刑侦大队',
    '村镇银行',
    '村小学',
    '三里村街道办事处',
    '出入境管理大队',
    '医院三组',
    '度假村',
  ],
  ...[
    '家委会',
    '业主委员会',
    '民政部门',
    '公安机关',
    '医疗机构',
    '工作单位',
    '人力资源和社会保障局',
    '房东',
    '村医',
    '四十里铺镇',
  ],
  ...['村股份经济合作社', '交警大队大队长', '房管局盖章', '派出所队长', '派出所（户籍科）'],
])
readings('mixed', [
  '村委会或单位',
  '所在单位或居委会',
  '乡镇（街道）或村（社区）',
  '村委会、派出所',
  '村委会/某某会',
  '村委会和某某',
])
readings('unclear', [
  ...[
    '相关部门',
    '当地',
    '镇村',
    '乡村',
    '行政机关',
    '上级',
    '窗口',
    '证明单位',
    '主管部门',
    '有关单位',
    '各级有关部门',
    '党组织',
  ],
  ...['派出所或相关部门', '非医院', '不需要', '无需村委会', '取消', '某某会', '村民', '邻居', '相关部门和某某'],
])
readings('none', [
  ...[
    '',
    '/',
    '-',
    '无',
    '1',
    '√',
    '原件',
    '复印件',
    '电子',
    '电子证照',
    '2023-03-15',
    'undefined',
    'N/A',
    '申请人自备',
    '自备',
  ],
  ...['本人', '待定', '其他', '详见备注', '原件及复印件', '2份', '企业自行提供'],
])

t.test('who issues decides, and those who seal or confirm are told apart', async (t) => {
  for (const text of ['派出所盖章', '派出所核实', '村委会签字']) t.ok(onlySeals(text), text)
  for (const text of ['派出所出具', '派出所', '村委会出具并盖章']) t.notOk(onlySeals(text), text)
})

t.test('a bracket behind a name speaks of an issuer only by a word of its own', async (t) => {
  for (const text of ['医院', '村', '派出所', '教育局', '某某会出具', '某某会盖章', '经某某会核实', '由村(居)委会出具'])
    t.ok(saysWhoIssues(text), text)
  for (const text of ['住院', '住所', '一级', '未婚', '死者家属']) t.notOk(saysWhoIssues(text), text)
})
