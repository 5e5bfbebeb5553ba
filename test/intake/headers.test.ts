import t from 'tap'
import { termOf } from '../../src/intake/table/header-vocabulary.ts'
import type { Kind } from '../../src/lists/terms.ts'

/** Headers as bureaus print them, by what they mean on a list of that kind. */
const HEADERS: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  certificate: {
    no: '序号 编号 序 项次 顺序号 No.',
    name: '证明事项名称 证明名称 事项名称 证明事项 证明材料名称 出具证明名称 拟保留证明事项 保留的证明事项 需要出具的证明 证明项目 索要证明 索证事项 村级组织出具证明事项名称 证明事项（名称） 证明目录',
    subNames: '子项名称 又称 别名 包含事项',
    category:
      '类别 分类 事项类别 部门 主管部门 责任单位 牵头单位 市直主管部门 行业主管部门 业务科室 所属领域 所属系统 条线 对口部门 职能部门 相关部门 批次 提出单位',
    use: '用途 办理用途 证明用途 使用用途 适用情形 使用场景 应用场景 适用范围 使用范围 涉及事项 开具事由 出具目的 使用环节 办理业务',
    basis:
      '依据 设定依据 设立依据 法律依据 法律法规依据 政策依据 文件依据 出具依据 政策法规依据 法律法规及政策依据 设定依据名称及条款 政策依据及文号 依据名称 依据文号 法条 依据条款 具体条款 法律法规名称 政策文件 依据文件名称及文号 设定依据（法律法规名称及条款） 相关法律法规依据 主要法律依据',
    requestedBy:
      '要求出具单位 要求出具证明的单位 索证单位 索证部门 索要单位 用证单位 用证部门 使用单位 证明使用单位 证明使用部门 需求单位 证明需求部门 接收单位 证明接收单位 证明索要单位 要求提供证明的部门 需证单位',
    conditions: '申请条件 办理条件 受理条件 出具条件 开具条件 申办条件',
    applicants: '服务对象 办理对象 申请对象 适用对象 申请人',
    materials:
      '所需材料 申请材料 申报材料 提交材料 办理材料 需提供的材料 所需证件 需携带材料 材料清单 办理所需材料 申请人需提交的材料 佐证材料 应提交的证明材料',
    procedure: '办理流程 办理程序 出具程序 办理步骤 出证流程 办事流程 申办程序 办理环节 流程图 办理程序及要求',
    timeLimit: '办理时限 办结时限 承诺时限 法定时限 时限要求 办理期限 办结时间 出具时限 办理时限（工作日）',
    validity: '有效期 有效期限 证明有效期 证明时效',
    fee: '收费 收费标准 收费情况 是否收费 收费依据及标准 费用',
    office: '办理地点 受理地点 办公地址 办理窗口 受理窗口 办事地点 地址',
    hours: '办理时间 受理时间 办公时间 工作时间',
    phone: '咨询电话 联系电话 监督电话 投诉电话 联系方式 咨询及监督电话 电话',
    form: '证明样表 样表 证明样式 证明格式 参考样式 证明模板 文书样式 范本 附样表',
    exceptions: '例外情形 除外情形',
    instead: '替代方式 替代措施 核验方式 取消后的办理方式 应出具单位',
    note: '备注 说明 其他 其他说明 注意事项 附注 温馨提示',
    state: '是否保留 是否取消 处理意见 清理意见 清理结果 保留或取消 状态',
    issuer: '出具单位 开具单位 出证单位 证明出具单位 出具主体',
  },
  task: {
    no: '序号',
    name: '事项名称 职责名称 工作事项 协助事项 职责事项 职责内容 协助内容 工作内容 主要职责 任务名称 具体工作事项 工作任务 协助工作内容 自治事项 服务事项 履职事项 工作事务',
    category: '类别 事项类别 工作领域 牵头部门 责任部门 主管部门',
    basis: '法律依据 职责依据 政策依据 文号 工作依据',
    note: '备注',
  },
  signboard: {
    no: '序号',
    name: '牌子名称 标牌名称 挂牌名称 牌匾名称 机构名称 组织名称 标识牌名称 牌名 牌子内容 标牌内容 挂牌内容',
    position: '悬挂位置 挂牌位置 悬挂地点 设置位置 安装位置 悬挂部位 张贴位置',
    size: '规格 尺寸 规格尺寸 大小 牌子规格 规格要求 尺寸（cm）',
    material: '材质 材料 制作材料 制作材质 材质要求',
    colour: '颜色 底色 颜色要求 牌面颜色 字体颜色',
    quantity: '数量 挂牌数量 块数 牌子数量',
    sign: '式样 样式 形式 类型 牌子类型 字体',
    place: '内外 挂牌区域 室内外',
    note: '备注 说明',
  },
}

t.test('headers are known by what they mean', (t) => {
  let count = 0
  for (const [kind, fields] of Object.entries(HEADERS)) {
    for (const [field, headers] of Object.entries(fields)) {
      for (const header of headers.split(' ')) {
        count += 1
        t.equal(termOf(header, kind as Kind, [])?.field, field, `${kind} ${header}`)
      }
    }
  }
  t.ok(count > 148, String(count))
  t.end()
})

t.test('what a header does not say is not guessed', (t) => {
  for (const header of [
    '是否涉密',
    '开具什么',
    '电子证照',
    '核验系统',
    '实施层级',
    '姓名',
    '年度',
    '完成情况',
    '联系人',
    '满意度',
  ])
    t.equal(termOf(header, 'certificate', []), undefined, header)
  t.end()
})

t.test(
  '办理时间 is when the office is open, or how long it takes; 证明内容 and 办理事项 name nothing beside a name',
  (t) => {
    const of = (...values: string[]) => termOf('办理时间', 'certificate', values)?.field
    t.equal(of('周一至周五 9:00-17:00'), 'hours')
    t.equal(of('即时办结', '3个工作日'), 'timeLimit')
    t.equal(of('即时办结', '周一至周五'), 'hours')
    t.match(termOf('证明内容', 'certificate', []), { field: 'name', weak: true, else: 'note' })
    t.match(termOf('办理事项', 'certificate', []), { field: 'name', weak: true, else: 'use' })
    t.end()
  },
)
