import type { Kind } from '../../lists/terms.ts'
import type { Field } from './field.ts'

/**
 * What headers mean. The first line that fits wins, so the narrower stand above the wider; `of` limits a line to one kind of list.
 * Compared after NFKC, without white space, brackets and punctuation.
 */
interface Term {
  readonly field: Field
  readonly pattern: RegExp
  readonly of?: Kind
  /** Weak: 事项内容 is the name only where no column says 名称. */
  readonly weak?: boolean
}

const WHO = '(单位|部门|机构|主体|机关)'

const TERMS: readonly Term[] = [
  { field: 'no', pattern: /^(序号|编号|序|号|项次|顺序|no\.?)$/i },
  { field: 'subNames', pattern: /^(子项|子项名称|证明子项|别名|又称|俗称|所含名称|包含名称|包含事项|具体证明名称)$/ },
  { field: 'exceptions', pattern: /^(例外|例外情形|除外情形|例外规定|不适用情形)$/ },
  {
    field: 'instead',
    pattern:
      /^(替代|替代方式|替代措施|替代途径|替代材料|核验方式|核实方式|办理途径|证明途径|取消后(的)?(办理|核验|替代)(方式|途径|措施)|应出具(单位|部门)|由谁出具)$/,
  },
  {
    field: 'requestedBy',
    pattern: new RegExp(
      `^(要求|索要|需求|使用|接收|需要|用证)(村级组织)?(出具|提供|开具|提交)?(该|本)?(证明)?的?${WHO}(名称)?$`,
    ),
  },
  { field: 'requestedBy', pattern: new RegExp(`^证明(的)?(要求|索要|需求|使用|接收)${WHO}(名称)?$`) },
  { field: 'issuer', pattern: new RegExp(`^(证明)?(出具|开具)(证明)?的?${WHO}(名称)?$`) },
  {
    field: 'basis',
    pattern:
      /^(设定|设立|法律|法律法规|政策法规|法规|政策|出具|办理|文件|法定|实施|主要|具体)?(政策|文件)?依据[及和与]?(名称|内容|文件|条款)*$/,
  },
  { field: 'basis', pattern: /^(法律法规|法律法规名称|法律法规及条款|政策依据及条款|文件名称及文号)$/ },
  {
    field: 'form',
    pattern: /^(证明)?(样表|样式|式样|格式|范本|模板|文本|示范文本|表格|表样)(及格式|名称|编号)?$/,
    of: 'certificate',
  },
  {
    field: 'materials',
    pattern:
      /^(所需|需要?|申请|申办|办理|提交|需?提供|需?提交)?(人)?(需要?)?(所需|提供|提交)?的?(材料|资料|要件)(清单|名称)?$/,
    of: 'certificate',
  },
  { field: 'use', pattern: /^(办理|使用|证明|出具|主要|具体)?(用途|事由)$/ },
  { field: 'use', pattern: /^(使用|适用)(范围|情形|场景)$/ },
  { field: 'procedure', pattern: /^(办理|出具|操作|办事|开具|工作|申请)?(流程|程序|步骤)$/ },
  { field: 'timeLimit', pattern: /^(办理|办结|承诺|出具|法定|办事|开具)?(时限|期限)$/ },
  { field: 'place', pattern: /^(内外|内外部|室内外|外部内部|内部外部|挂牌区域|悬挂区域)$/, of: 'signboard' },
  { field: 'position', pattern: /^(悬挂|挂牌|安装|摆放|设置|具体)(的)?(位置|地点|部位)$/, of: 'signboard' },
  { field: 'size', pattern: /^(牌子|标牌)?(规格|尺寸|大小|规格尺寸|尺寸规格)(要求)?$/, of: 'signboard' },
  { field: 'material', pattern: /^(制作|牌子|标牌)?(材质|材料)(要求)?$/, of: 'signboard' },
  { field: 'sign', pattern: /^(牌子|标牌|制作)?(式样|样式|形式|制式|类型|种类)(要求)?$/, of: 'signboard' },
  { field: 'ignore', pattern: /^(出处|来源)$/ },
  { field: 'note', pattern: /^(备注|说明|附注|备考|注)$/ },
  { field: 'category', pattern: /^(事项|证明|工作|职责)?(类别|分类|类型|大类|门类|领域|种类|批次)(名称)?$/ },
  {
    field: 'category',
    pattern: new RegExp(`^(市直|区直|县直|主管|责任|牵头|行业|业务|所属|涉及|市级)?(主管|责任)?${WHO}(名称)?$`),
  },
  { field: 'category', pattern: /^(一级|二级)(事项|类别|分类)$/ },
  {
    field: 'name',
    pattern:
      /^.{0,22}(证明|事项|清单|工作|职责|任务|项目|牌子|挂牌|标牌|标识|标识牌|牌匾|机构|组织|标牌标识|证明材料)名称$/,
  },
  { field: 'name', pattern: /^名称$/ },
  { field: 'name', pattern: /^.{0,14}(职责|工作|协助)事项$/, of: 'task' },
  { field: 'name', pattern: /^.{0,22}证明事项$/ },
  {
    field: 'name',
    pattern: /^(证明|事项|工作事项|职责事项|主要事项|具体事项|协助事项|协助工作事项|职责|牌子|标牌|挂牌)$/,
    weak: true,
  },
  {
    field: 'name',
    pattern: /^(事项|工作|主要|具体|职责|清单|挂牌|牌子|标牌|任务)?(内容|工作|职责|事项|任务)(内容)?$/,
    weak: true,
  },
]

/** Headers that the values below them decide: 位置 holds 外部/内部 in one directory, 大门右侧 in the next. */
const BY_VALUE = /^(位置|区域|类别|分类|类型|场所|挂牌位置|悬挂位置|部位)$/
const SIDE = /^(外部?|内部?|室外|室内|户外|户内|外墙|门外|门内)(区域|位置|牌子|标牌|标识|挂牌|悬挂)?$/

/** outside or inside, where a text says one of them and not the other. */
export function sideOf(text: string): 'exterior' | 'interior' | undefined {
  const outside = /外/.test(text)
  const inside = /内/.test(text)
  return outside === inside ? undefined : outside ? 'exterior' : 'interior'
}

/** A header in the form in which it is compared; brackets hold units and remarks. */
export const plainHeader = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/\([^()]*\)/g, '')
    .replace(/[:：、.。*]+$/g, '')

/** What a header means on a list of that kind. `values` are the texts below it. */
export function termOf(
  header: string,
  kind: Kind,
  values: readonly string[],
): { field: Field; weak: boolean } | undefined {
  const plain = plainHeader(header)
  if (kind === 'signboard' && BY_VALUE.test(plain) && values.length > 0) {
    if (values.every((value) => SIDE.test(value.replace(/\s/g, '')))) return { field: 'place', weak: false }
    if (/位置|部位|场所/.test(plain)) return { field: 'position', weak: false }
  }
  const term = TERMS.find(({ pattern, of }) => (of === undefined || of === kind) && pattern.test(plain))
  return term && { field: term.field, weak: term.weak ?? false }
}
