import type { Kind } from '../../lists/terms.ts'
import { stanceOf } from '../judge/stance.ts'
import type { Field } from './field.ts'

/**
 * What headers mean. The first line that fits wins, so the narrower stand above the wider; `of` limits a line to one kind of list.
 * Compared after NFKC, without white space, brackets and punctuation.
 */
interface Term {
  readonly field: Field
  readonly pattern: RegExp
  readonly of?: Kind
  /** Weak: 事项内容 is the name only where no column says 名称; beside one it is `else`, or nobody can say. */
  readonly weak?: boolean
  readonly else?: Field
}

const WHO = '(单位|部门|机构|主体|机关|处室|科室|方)'
/** What stands before 依据: 法律法规政策依据, 设定依据. */
const GROUNDS =
  '(设定|设立|法律|法规|规章|政策|文件|出具|办理|实施|主要|具体|职责|职权|事项|法定|国家|上位|相关|有关|保留|取消|工作|协助|的|及|和|与|或|、)*'
const DETAIL = '([及和与、]?(名称|内容|文件|条款|文号|条文|条目|条|款|具体|法条|出处|原文|来源))*'

const TERMS: readonly Term[] = [
  { field: 'no', pattern: /^(序号|编号|序|号|项次|顺序|顺序号|次序|事项编号|事项序号|no\.?)$/i },
  { field: 'subNames', pattern: /^(子项|子项名称|证明子项|别名|又称|俗称|所含名称|包含名称|包含事项|具体证明名称)$/ },
  { field: 'exceptions', pattern: /^(例外|例外情形|例外情况|除外情形|例外规定|不适用情形)$/ },
  {
    field: 'instead',
    pattern:
      /^(替代|替代方式|替代措施|替代方法|替代途径|替代材料|核验方式|核实方式|办理途径|证明途径|取消后(的)?(办理|核验|替代)(方式|途径|措施)|应出具(单位|部门)|由谁出具)$/,
  },
  {
    field: 'state',
    pattern:
      /^(是否(继续|需要|予以)?(保留|取消|出具|开具|悬挂|有效)|(处理|清理|处置|规范|审核|梳理|调整)(意见|结果|情况|类型|结论)|(保留|取消)(或|和|\/)(保留|取消)(情况)?|(保留|取消)情况|状态|有效状态)$/,
  },
  {
    field: 'requestedBy',
    pattern: new RegExp(
      `^(证明)?(的)?(要求|索要|索取|索证|需求|使用|接收|需要|用证|需证|收取)(村级组织|村居|村社区)?(出具|提供|开具|提交)?(该|本)?(证明)?(材料)?的?${WHO}(名称)?$`,
    ),
  },
  { field: 'issuer', pattern: new RegExp(`^(证明)?(出具|开具|出证|开证)(证明)?的?${WHO}(名称)?$`) },
  { field: 'fee', pattern: /^(是否)?(收费|费用|收费依据及)(标准|情况|依据|金额|依据及标准|及标准)?$/ },
  {
    field: 'basis',
    pattern: new RegExp(`^${GROUNDS}(依据|法条|条款依据)${DETAIL}$`),
  },
  { field: 'basis', pattern: new RegExp(`^(法律|法规|规章|政策|文件|及|和|、){1,6}(${DETAIL})$`) },
  { field: 'basis', pattern: /^(文件名称及文号|文号|(具体|法律)?(条款|条文))$/ },
  { field: 'name', pattern: /^.{0,10}证明材料名称$/, of: 'certificate' },
  {
    field: 'form',
    pattern:
      /^(证明|文书|出具|附)?(样表|样式|式样|格式|范本|模板|样本|示例|文本|示范文本|表格|表样|参考样式|参考格式)(及格式|名称|编号|附件)?$/,
    of: 'certificate',
  },
  {
    field: 'conditions',
    pattern: /^(申请|办理|受理|出具|开具|申办|适用|前提|具备|准予|应具备的?)?条件(及要求|要求)?$/,
  },
  {
    field: 'applicants',
    pattern:
      /^((服务|办理|申请|适用|面向|受理|申办|出具|证明)?对象|申请人|申请主体|办理人|当事人|适用人群|(适用|对象)范围对象)$/,
  },
  {
    field: 'materials',
    pattern:
      /^(办理|申请人?|当事人|群众)?(所需|需要?|申请|申办|申报|办理|提交|准备|携带|应?提供|佐证|应?提交)?(的)?(人)?(需要?|应)?(所需|提供|提交|携带|准备|出示)?的?(佐证|证明|申请|相关)?(材料|资料|要件|证件)(清单|名称|目录)?$/,
    of: 'certificate',
  },
  {
    field: 'use',
    pattern: /^(办理|使用|证明|出具|主要|具体|开具)?(用途|事由|目的|用于)(说明|及范围)?$/,
  },
  { field: 'use', pattern: /^(使用|适用|应用|涉及|开具|用证)(范围|情形|场景|事项|情况|环节|业务)$/ },
  { field: 'use', pattern: /^(办理业务|涉及的?(政务服务|审批|办理)事项|所办事项|对应事项)$/ },
  {
    field: 'procedure',
    pattern: /^(办理|出具|操作|办事|开具|工作|申请|出证|申办|受理)?(流程|程序|步骤|环节)(及要求|图|说明)?$/,
  },
  {
    field: 'timeLimit',
    pattern: /^(办理|办结|承诺|出具|法定|办事|开具|出证|完成|工作)?(时限|期限|时长|办结时间|办结期限)(要求)?$/,
  },
  { field: 'timeLimit', pattern: /^(办结|出具|出证|完成)时间$/ },
  { field: 'validity', pattern: /^(证明)?(的)?(有效期限?|有效时间|时效|使用期限)$/ },
  { field: 'hours', pattern: /^(办理|受理|办公|工作|服务|咨询|办事|接待|上班)时间$/ },
  {
    field: 'phone',
    pattern: /^(咨询|联系|监督|投诉|办公|服务|业务|及|、|和|举报)*(电话|联系方式|咨询方式|热线|电话号码)$/,
  },
  {
    field: 'office',
    pattern: /^((办理|受理|办公|办事|服务|申请|出具|咨询)(地点|地址|场所|窗口|处)|地点|地址|窗口)$/,
    of: 'certificate',
  },
  { field: 'place', pattern: /^(内外|内外部|室内外|外部内部|内部外部|挂牌区域|悬挂区域)$/, of: 'signboard' },
  {
    field: 'position',
    pattern: /^(悬挂|挂牌|安装|摆放|设置|挂放|安放|张贴|具体)(的)?(位置|地点|部位|处)(要求)?$/,
    of: 'signboard',
  },
  {
    field: 'size',
    pattern: /^(牌子|标牌|牌匾|外观|制作)?(规格|尺寸|大小|长宽|规格尺寸|尺寸规格|规格型号)(要求|标准)?$/,
    of: 'signboard',
  },
  { field: 'material', pattern: /^(制作|牌子|标牌|牌匾)?(材质|材料|用料|选材)(要求)?$/, of: 'signboard' },
  {
    field: 'colour',
    pattern: /^(牌子|标牌|牌面|底板|字体)?(颜色|色彩|底色|字色|底色字色|配色)(要求|标准)?$/,
    of: 'signboard',
  },
  { field: 'quantity', pattern: /^(牌子|标牌|挂牌|悬挂|制作)?(数量|块数|个数|数目|件数)$/, of: 'signboard' },
  {
    field: 'sign',
    pattern: /^(牌子|标牌|制作|牌匾|挂牌)?(式样|样式|形式|制式|类型|种类|字体|版式)(要求)?$/,
    of: 'signboard',
  },
  { field: 'name', pattern: /^(机构|组织)名称$/, of: 'signboard' },
  { field: 'ignore', pattern: /^(出处|来源)$/ },
  {
    field: 'note',
    pattern: /^(备注|说明|附注|备考|注|其他|其它|其他说明|注意事项|特别说明|有关说明|备注说明|情况说明|温馨提示)$/,
  },
  {
    field: 'category',
    pattern: /^(事项|证明|工作|职责|服务|业务)?(类别|分类|类型|大类|门类|领域|种类|批次|条线|系统|行业)(名称)?$/,
  },
  {
    field: 'category',
    pattern: new RegExp(
      `^(市直|区直|县直|主管|责任|牵头|行业|业务|所属|涉及|市级|区级|县级|省级|相关|有关|职能|对口|分管|指导|归口|提出|报送|填报)*(主管|责任)?${WHO}(名称)?$`,
    ),
  },
  { field: 'category', pattern: /^(一级|二级)(事项|类别|分类)$|^所属(领域|行业|系统)$/ },
  {
    field: 'name',
    pattern:
      /^.{0,22}(证明|事项|清单|工作|职责|任务|项目|牌子|挂牌|标牌|标识|标识牌|牌匾|机构|组织|标牌标识|证明材料|牌)名称$/,
  },
  { field: 'name', pattern: /^(名称|牌名)$/ },
  { field: 'name', pattern: /^.{0,14}(职责|工作|协助|自治|服务)事项$/, of: 'task' },
  { field: 'name', pattern: /^.{0,22}证明(事项|项目|目录)$/, of: 'certificate' },
  { field: 'name', pattern: /^.{0,22}证明事项$/ },
  { field: 'name', pattern: /^证明内容$/, weak: true, else: 'note', of: 'certificate' },
  { field: 'name', pattern: /^办理事项$/, weak: true, else: 'use', of: 'certificate' },
  {
    field: 'name',
    pattern:
      /^(拟?保留|村级|可?出具|需要?出具|开具|出具|索证|索要)?(的)?(证明|事项|工作事项|职责事项|主要事项|具体事项|协助事项|协助工作事项|职责|牌子|标牌|挂牌|证明材料|项目)$/,
    weak: true,
  },
  {
    field: 'name',
    pattern:
      /^(事项|工作|主要|具体|职责|清单|挂牌|牌子|标牌|任务|协助|承担|自治|履职|服务|牌匾)*(内容|工作|职责|事项|任务|事务)(内容)?$/,
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

/** 办理时间 is when the office is open, or how long it takes. */
const TAKES = /即时|即办|当场|当日|当天|工作日|天内|日内|小时|随到随办/

/** A tick under a header that is itself the value: √ under 外部. */
const TICK = /^[√✓✔☑●■◉vy是]$/i
const NO_TICK = /^[□☐○×✗✘x\-—–/否n无]$/i

/** What a column of ticks says where it is ticked: which side a board hangs on, whether the item is kept. */
function ticked(header: string, values: readonly string[]): Field | undefined {
  const texts = values.map((value) => value.trim())
  if (!texts.some((text) => TICK.test(text)) || !texts.every((text) => TICK.test(text) || NO_TICK.test(text)))
    return undefined
  if (sideOf(header) !== undefined) return 'place'
  return stanceOf(header) === undefined || /^是否/.test(header) ? undefined : 'state'
}

/** What a cell of a column says: below 外部 a tick says 外部, below 是否保留 a 否 says 不保留. */
export function saidUnder(header: string, text: string): string {
  const plain = plainHeader(header)
  const [, asked] = /^是否(?:继续|需要|予以)?(.+)$/.exec(plain) ?? []
  if (asked !== undefined) return TICK.test(text) ? asked : NO_TICK.test(text) ? `不${asked}` : text
  return TICK.test(text) ? plain : NO_TICK.test(text) ? '' : text
}

/** A header's meaning. `ticks`: the header itself is what the column says. */
export interface Meaning {
  readonly field: Field
  readonly weak: boolean
  readonly else?: Field
  readonly ticks?: true
}

/** What a header means on a list of that kind. `values` are the texts below it. */
export function termOf(header: string, kind: Kind, values: readonly string[]): Meaning | undefined {
  const plain = plainHeader(header)
  const byTick = ticked(plain, values)
  if (byTick) return { field: byTick, weak: false, ticks: true }
  if (kind === 'signboard' && BY_VALUE.test(plain) && values.length > 0) {
    if (values.every((value) => SIDE.test(value.replace(/\s/g, '')))) return { field: 'place', weak: false }
    if (/位置|部位|场所/.test(plain)) return { field: 'position', weak: false }
  }
  const term = TERMS.find(({ pattern, of }) => (of === undefined || of === kind) && pattern.test(plain))
  if (!term) return undefined
  if (term.field === 'hours' && values.length > 0 && values.every((value) => TAKES.test(value)))
    return { field: 'timeLimit', weak: false }
  return {
    field: term.field,
    weak: term.weak ?? false,
    ...(term.else === undefined ? {} : { else: term.else }),
    ...(term.field === 'state' ? { ticks: true } : {}),
  }
}
