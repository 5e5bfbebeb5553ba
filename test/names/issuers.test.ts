import fc from 'fast-check'
import t from 'tap'
import { issuerReadings, namesVillage, readIssuer } from '../../src/names/issuers/read-issuer.ts'

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
