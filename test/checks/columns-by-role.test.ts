import t from 'tap'
import { columnsOf, plainHeader, type Role, roles } from '../../src/checks/columns-by-role.ts'

const one = (role: Role, header: string) => columnsOf([header], [role])[role] === 0

t.test('the columns of a table are known by what counties write above them', async (t) => {
  t.strictSame(columnsOf(['序号', '工作事务', '交办单位', '交办时间', '备注'], ['task', 'department']), {
    task: 1,
    department: 2,
  })
  for (const header of ['交办部门', '下达单位', '布置单位', '牵头单位', '任务来源', '部门/单位', '交办单位（部门）'])
    t.ok(one('department', header), header)
  t.strictSame(
    columnsOf(['序号', '机构名称', '悬挂地点', '运转情况', '数量（块）'], ['board', 'place', 'working', 'count']),
    {
      board: 1,
      place: 2,
      working: 3,
      count: 4,
    },
  )
  t.strictSame(columnsOf(['室内/室外', '牌匾名称'], ['board', 'place']), { board: 1, place: 0 })
  t.strictSame(
    columnsOf(['索证部门', '证明种类', '证明用途', '开具主体'], ['material', 'issuer', 'service', 'department']),
    {
      material: 1,
      issuer: 3,
      service: 2,
      department: 0,
    },
  )
})

t.test('a column that says something else is no department, place or state', async (t) => {
  for (const header of ['责任人', '交办人', '交办时间', '交办单位电话', '备注'])
    t.notOk(one('department', header), header)
  for (const header of ['是否失效', '是否停用', '是否需要摘牌'])
    t.notOk(one('working', header), `${header} asks the opposite`)
  for (const header of ['材料类型', '材料份数', '证明依据']) t.notOk(one('material', header), header)
})

t.test('every header stands once in its role, and in the form in which headers are compared', async (t) => {
  for (const role of Object.keys(roles) as Role[]) {
    t.equal(new Set(roles[role].headers).size, roles[role].headers.length, role)
    for (const header of roles[role].headers) t.ok(one(role, header), `${role}: ${header}`)
  }
})

t.test('a text too long for a header is compared as it is', (t) => {
  const long = `${'（'.repeat(201)}材料名称`
  t.equal(plainHeader(long), long)
  t.equal(plainHeader(`材料名称（${'必'.repeat(190)}）`), '材料名称')
  t.end()
})
