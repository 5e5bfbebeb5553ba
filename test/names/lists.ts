import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RecordedNamesFile } from '../../src/lists/recorded-name.ts'
import type { Listed } from '../../src/names/index/index-list.ts'
import type { Reading } from '../../src/names/index/reading.ts'
import { readName } from '../../src/names/read/read-name.ts'
import type { Scope } from '../../src/names/read/scope.ts'
import { scopeOf as indexed } from '../../src/names/read/scope-of.ts'

// Lists written out here, so that importing an annex anew does not change what these tests are about.
const itemsOf = (lines: string) =>
  lines
    .trim()
    .split('\n')
    .map((line, index) => {
      const [name = '', ...subNames] = line.trim().split(' ')
      return { no: index + 1, name, ...(subNames.length > 0 ? { subNames } : {}) }
    })

export const annex3 = {
  id: 'annex-3',
  items: itemsOf(`
    亲属关系证明
    居民身份信息证明 户籍证明
    户口登记项目内容变更申请证明
    居民养犬证明
    无犯罪记录证明
    社区戒毒社区康复人员情况证明 表现证明
    人员失踪证明
    婚姻状况证明 婚姻关系证明 分居证明
    出生证明
    健在证明
    死亡证明
    疾病状况证明 急诊证明 意外伤害证明
    残疾状况证明
    婚育状况证明 生育状况证明
    居民就业状况证明
    居民个人档案证明
    居民财产证明 经济状况证明 收入证明 偿还能力证明 房产证明 银行存款证明 投资情况证明 车辆所有权证明
    遗产继承权证明
    市场主体住所证明 经营场所证明 同意住宅改变为经营性用房证明 社区经营性用房无扰民证明
    证件遗失证明`),
}
export const national = {
  id: 'national-certificates',
  items: itemsOf(`
    收养人婚姻状况和抚养教育被收养人能力等情况的证明
    收养登记委托书的证明
    人民陪审员候选人推荐
    公民代理诉讼的社区推荐`),
}
export const annex7 = {
  id: 'annex-7',
  items: itemsOf(`
    村党组织
    村民委员会
    村集体经济组织
    村务监督委员会
    村党群服务中心
    新时代文明实践站
    综合服务机构标牌
    集合式服务功能指引标牌
    功能区域简明标牌`),
}
/** Duties worded from the laws, as annex 1 and 2 are until they are imported. */
const duties = {
  id: 'annex-2',
  items: itemsOf(`
    突发事件应对协助
    调解可能引发社会安全事件的矛盾纠纷
    自然灾害救助协助
    救助对象民主评议、公示
    消防宣传协助
    消防安全管理人、防火公约、防火检查
    安全生产隐患报告
    森林草原火灾应急协助
    抗旱措施协助
    禁毒宣传、防范协助
    社区矫正协助
    反电信网络诈骗宣传
    非法集资线索报告
    查处传销协助
    宗教事务协助
    人民调解委员会设立
    人民调解办公条件、经费
    农村土地承包纠纷调解
    居住证受理、发放协助
    反家庭暴力配合协助
    家庭暴力强制报案
    督促适龄儿童入学
    督促赡养
    残疾人工作
    社会救助协助
    代为提出最低生活保障申请
    传染病防控协助
    突发公共卫生事件协助
    精神卫生协助
    计划生育工作
    无偿献血动员组织
    艾滋病防治协助
    动物疫病防控协助
    重大动物疫情应急协助
    湿地保护协助
    古树名木保护协助
    人口普查协助
    农业普查协助
    公共文化服务协助
    农村科普协助
    国防教育(结合征兵、拥军优属)
    法治宣传教育
    执行自治章程、村规民约和村民会议决定
    管理集体所有土地和其他财产`),
}

/** data/names/<file>.json as it stands. */
export function namesFile(file: string): RecordedNamesFile {
  return JSON.parse(readFileSync(join(import.meta.dirname, `../../data/names/${file}.json`), 'utf8'))
}

/** A scope of made-up lists and records. */
export function scopeOf(lists: readonly Listed[], file: Partial<RecordedNamesFile> = {}): Scope {
  return indexed({ recorded: [], ...file }, lists)
}

/** A scope that is indexed when a test first reads against it. */
function whenRead(make: () => Scope): Scope {
  let made: Scope | undefined
  const scope = () => {
    made ??= make()
    return made
  }
  return {
    get records() {
      return scope().records
    },
    get lists() {
      return scope().lists
    },
  }
}

export const certificates = whenRead(() => scopeOf([annex3, national], namesFile('certificates')))
export const signboards = whenRead(() => scopeOf([annex7], namesFile('signboards')))
export const tasks = whenRead(() => scopeOf([duties], namesFile('tasks')))

/** The reading of a name when all items are in force. */
export const read = (name: string, scope: Scope = certificates) => readName(name, scope, () => true)

/** A reading in a few words: annex-3/8, ask annex-3/2 annex-3/3, none. */
export function brief(reading: Reading): string {
  if (reading.verdict === 'none' || reading.verdict === 'unread') return reading.verdict
  const items = reading.verdict === 'decided' ? reading.items : reading.candidates
  const ids = items.map(({ list, no }) => `${list}/${no}`).join(' ')
  return reading.verdict === 'decided' ? ids : `ask ${ids}`
}
