// Made-up data of any size, to measure growth with: node bench/made-up-catalogue.ts FOLDER ITEMS writes a data folder.
// Every title says that it is made up; none of it is ever served as data. Only the recorded names, because
// the reading of names rests on them, and the documents they cite are the real ones.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Document } from '../src/lists/document.ts'
import type { Item, ListFile } from '../src/lists/list.ts'
import type { Region } from '../src/lists/region.ts'
import type { Rule } from '../src/lists/rule.ts'

const reviewed = resolve(import.meta.dirname, '../data')
const parts = (words: string) => words.trim().split(/\s+/)
const who = parts(`
  村民 居民 农户 学生 职工 老人 儿童 军属 残疾人 外来人员 个体户 合作社 孤儿 复员军人 承包户 牧户
  渔户 林农 茶农 果农 手艺人 民办教师 乡村医生 库区移民 低保户 五保户 返乡人员 务工人员 新生儿 监护人 申请人 继承人`)
const matter = parts(`
  宅基地 承包地 自留地 林权 水权 农机 房屋 牲畜 果园 鱼塘 大棚 沼气池 水窖 水井 围墙 道路
  坟地 祖屋 旧房 危房 仓库 晒场 菜地 草场 苗圃 蜂箱 茶园 竹林 滩涂 荒地 梯田 水渠
  户口 家庭 婚育 赡养 抚养 收养 监护 就学 就业 务农 创业 参保 参军 迁居 寄住 租住
  收入 财产 债务 贷款 保险 补贴 救助 低保 医疗 养老 丧葬 抚恤 灾情 疫情 用电 用水`)
const act = parts(`
  变更 转让 登记 继承 分割 出租 抵押 拆除 翻建 新建 修缮 占用 退出 调换 确权 注销
  申领 补办 更正 核减 减免 延期 恢复 中止 终止 迁出 迁入 合并 分立 备案 报废 处置
  使用 经营 承包 流转 托管 代管 共有 独有 纠纷 调解 来源 去向 数量 面积 四至 年限
  等级 用途 来历 权属 真实 一致 缺失 遗失 损毁 受灾 受益 享受 放弃 同意 无异议 未享受`)
const ending = parts('证明 情况证明 申请证明 核实证明 事实证明 状况证明 关系证明 条件证明')

/** As many names as can be told apart. */
const mostItems = who.length * matter.length * act.length * ending.length
const itemsPerList = 333

/** The name of the nth item of all: an odd factor scatters them, and none comes twice. */
export function nameOf(nth: number): string {
  let rest = (nth * 514_229) % mostItems
  const take = (words: readonly string[]) => {
    const word = words[rest % words.length] as string
    rest = Math.floor(rest / words.length)
    return word
  }
  const [end, one, two, three] = [take(ending), take(act), take(matter), take(who)]
  return `${three}${two}${one}${end}`
}

/** The whole country, then each province with its prefectures and their counties, the home district among the first. */
function* regions(): Generator<Region> {
  const numbers = (first: number, count: number) => [
    first,
    ...Array.from({ length: count }, (_, index) => index + 1).filter((number) => number !== first),
  ]
  const two = (number: number) => String(number).padStart(2, '0')
  yield { code: '100000', name: '虚构国' }
  for (const province of numbers(22, 30)) {
    const p = String(40 + province)
    yield { code: `${p}0000`, name: `虚构${p}省`, parent: '100000' }
    for (const prefecture of numbers(8, 10)) {
      const pp = `${p}${two(prefecture)}`
      yield { code: `${pp}00`, name: `虚构${pp}市`, parent: `${p}0000` }
      for (const county of numbers(2, 9)) {
        yield { code: `${pp}${two(county)}`, name: `虚构${pp}${two(county)}县`, parent: `${pp}00` }
      }
    }
  }
}

export const document: Document = {
  id: 'made-up',
  title: '虚构文件（测试用，并非真实数据）',
  number: '虚构〔2026〕1号',
  issuer: '虚构机关',
  issued: '2026-01-01',
}
const source = { document: document.id, clause: '虚构条款' }

function itemOf(no: number, nth: number, issued: boolean): Item {
  const name = nameOf(nth)
  if (issued) {
    const guide = {
      use: `办理与“${name}”有关的手续`,
      basis: '虚构条例第一条',
      materials: '本人身份证、户口簿',
      timeLimit: '当场办理',
      form: `虚构样表${no}`,
    }
    return { no, name, guide }
  }
  if (nth % 4 > 0) return { no, name }
  const text = {
    zh: '凭虚构的证件办理，不必另行证明。',
    en: 'A made-up document is shown instead; no certificate is needed.',
  }
  return { no, name, instead: [{ text, grade: 'reference', source }] }
}

/** Whether the list of a region says what may be issued; the others say what must not be asked for. */
const permits = (region: string) => Number(region) % 2 === 1

/** What the made-up lists of all places have in common. */
export const listAt = (name: string, region: string) => ({
  title: `${name}虚构清单（测试用，并非真实数据）`,
  issuer: '虚构机关',
  custodian: { name: '虚构机关', source },
  region,
  from: '2026-01-01',
  completeness: 'complete' as const,
  grade: 'editorial' as const,
  source,
  reviewed: '2026-11-22',
})

/** One list per region, as many as the items need; a county always has those of its prefecture, province and country above it. */
function* lists(items: number): Generator<ListFile> {
  const size = Math.min(itemsPerList, Math.ceil(items / 4))
  let nth = 0
  for (const { code, name } of regions()) {
    if (nth >= items) return
    const list: ListFile = {
      id: `made-up-${code}`,
      kind: 'certificate',
      effect: permits(code) ? 'permits' : 'prohibits',
      ...listAt(name, code),
      items: Array.from({ length: Math.min(size, items - nth) }, (_, index) =>
        itemOf(index + 1, nth + index, permits(code)),
      ),
    }
    nth += list.items.length
    yield list
  }
}

/** A default rule for each county, as each has a notice of its own. */
export function ruleOf(region: string, closing: string[]): Rule {
  return {
    id: `made-up-${region}`,
    kind: 'certificate',
    purpose: 'default',
    region,
    from: '2026-01-01',
    lists: closing,
    text: { zh: '虚构规定：清单之外的一律不得要求。', en: 'A made-up rule: what no list names must not be demanded.' },
    grade: 'editorial',
    source,
  }
}

const isCounty = (code: string) => !code.endsWith('00')
const above = (code: string) => ['100000', `${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code]

/** Writes a data folder of made-up data with this many items, at most 1,048,576. */
export function writeMadeUpCatalogue(folder: string, items: number): void {
  if (items > mostItems) throw new Error(`No more than ${mostItems} names can be told apart`)
  mkdirSync(join(folder, 'lists'), { recursive: true })
  cpSync(join(reviewed, 'names'), join(folder, 'names'), { recursive: true })
  const write = (path: string, content: object) =>
    writeFileSync(join(folder, path), `${JSON.stringify(content, null, 2)}\n`)
  const held: string[] = []
  for (const list of lists(items)) {
    write(`lists/${list.id}.json`, list)
    held.push(list.region)
  }
  const known = new Set(held)
  const counties = held.filter(isCounty)
  const cited = JSON.parse(readFileSync(join(reviewed, 'documents.json'), 'utf8')) as Document[]
  write('documents.json', [...cited, document])
  write('regions.json', { source: '虚构的行政区划', regions: [...regions()].filter(({ code }) => known.has(code)) })
  write(
    'rules.json',
    counties.map((code) =>
      ruleOf(
        code,
        above(code).map((region) => `made-up-${region}`),
      ),
    ),
  )
  write('statutory-boards.json', [])
}

if (import.meta.main) {
  const [folder, items] = process.argv.slice(2)
  if (folder === undefined || !(Number(items) > 0)) throw new Error('node bench/made-up-catalogue.ts FOLDER ITEMS')
  writeMadeUpCatalogue(folder, Number(items))
}
