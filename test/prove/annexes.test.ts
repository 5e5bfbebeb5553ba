import t from 'tap'
import { read } from '../intake/made/lists.ts'
import { docx, p, r, raw, tbl, tr, wide } from '../intake/made/word.ts'
import { budget, seed } from './budget.ts'
import { chance } from './chance.ts'

/** A well-formed annex: its departments, each with the names it keeps. */
type Made = readonly { readonly department: string; readonly names: readonly string[] }[]

const DEPARTMENTS = ['民政部门', '公安部门', '教育部门', '人社部门', '住建部门']
const SUBJECTS = [
  '居住',
  '困难',
  '孤儿',
  '入学',
  '务工',
  '种植',
  '养殖',
  '灾情',
  '租房',
  '赡养',
  '丧葬',
  '低保',
  '就业',
  '宅基地',
  '林木',
]
const TITLE = '平凉市各部门拟保留的基层群众性自治组织出具证明事项清单'
const HEAD = ['序号', '证明事项名称', '备注']
const FORBIDS = '甘肃省不应由基层群众性自治组织出具证明事项清单（第二批）'

const random = chance(seed)
const upTo = (most: number) => Math.floor(random() * most)
const oneOf = <T>(of: readonly T[]): T => of[upTo(of.length)] as T

function make(): Made {
  const subjects = [...SUBJECTS].sort(() => random() - 0.5)
  return DEPARTMENTS.slice(0, 1 + upTo(DEPARTMENTS.length)).map((department) => ({
    department,
    names: subjects.splice(0, 1 + upTo(3)).map((subject) => `${subject}情况证明`),
  }))
}

type Row = { readonly cells: readonly string[] } | { readonly xml: string; readonly gone?: string }

/** The rows of an annex as it should be. */
function rowsOf(made: Made): Row[] {
  let no = 0
  return made.flatMap(({ department, names }, at): Row[] => [
    { xml: tr([wide(`${'一二三四五'[at]}、${department}（${names.length}项）`, 3)]) },
    ...names.map((name): Row => {
      no += 1
      return { cells: [String(no), name, ''] }
    }),
  ])
}

const file = (rows: readonly Row[], more: { title?: string; count?: number; after?: string } = {}) =>
  docx(
    p('附件5') +
      p(`${more.title ?? TITLE}${more.count === undefined ? '' : `（共${more.count}项）`}`) +
      tbl([HEAD, ...rows.map((row) => ('xml' in row ? row.xml : row.cells))]) +
      (more.after ?? ''),
  )

/** What may go wrong with an annex. Each must be told: by a doubt, or (`told`) by a word about the name that it touches. */
const MUTATIONS: Readonly<Record<string, (made: Made, rows: Row[], at: number) => Buffer>> = {
  'two rows change places': (_, rows, at) => {
    const other = rows.findIndex((row, no) => no !== at && 'cells' in row)
    ;[rows[at], rows[other]] = [rows[other] as Row, rows[at] as Row]
    return file(rows)
  },
  'a row is dropped': (made, rows, at) =>
    file(rows.toSpliced(at, 1), { count: made.flatMap(({ names }) => names).length }),
  'a row is repeated': (_, rows, at) => file(rows.toSpliced(at, 0, rows[at] as Row)),
  'two names are merged into one cell': (made, rows, at) => {
    const { cells } = rows[at] as { cells: string[] }
    return file(rows.toSpliced(at, 1, { cells: [cells[0] as string, `${cells[1]}、${oneOf(SUBJECTS)}补充证明`, ''] }), {
      count: made.flatMap(({ names }) => names).length + 1,
    })
  },
  'a name is struck through': (_, rows, at) => {
    const { cells } = rows[at] as { cells: string[] }
    const struck = `<w:tc>${raw(r(cells[1] as string, '<w:strike/>'))}</w:tc>`
    return file(rows.toSpliced(at, 1, { xml: tr([cells[0] as string, struck, '']) }))
  },
  'a remark takes it back': (_, rows, at) => {
    const { cells } = rows[at] as { cells: string[] }
    const words = oneOf(['不再出具', '自2024年起取消', '已废止', '停止出具'])
    return file(rows.toSpliced(at, 1, { cells: [cells[0] as string, cells[1] as string, words] }))
  },
  'its heading takes it back': (_, rows) =>
    file([
      { xml: tr([wide(oneOf(['取消的证明事项', '一、不再出具的证明', '二、停止出具的证明事项']), 3)]) },
      ...rows.filter((row) => 'cells' in row),
    ]),
  'it is given the contrary title': (_, rows) =>
    file(rows, { title: oneOf([FORBIDS, '取消证明事项清单', '村级组织挂牌指导目录']) }),
  'another annex is appended': (_, rows) =>
    file(rows, { after: p(oneOf(['附件4', '附件四：'])) + p(FORBIDS) + tbl([HEAD, ['1', '户口情况证明', '']]) }),
  'the contrary list is appended': (_, rows) =>
    file(rows, { after: p(oneOf(['取消的证明事项清单', FORBIDS])) + tbl([HEAD, ['1', '户口情况证明', '']]) }),
  'the table is repeated': (_, rows) =>
    file(rows, { after: tbl([HEAD, ...rows.map((row) => ('xml' in row ? row.xml : row.cells))]) }),
  'it calls itself a draft': (_, rows) => file(rows, { title: `${TITLE}（${oneOf(['征求意见稿', '草案', '样例'])}）` }),
}

t.test(`an item is never lost, doubled or turned round without a word (PROVE_SEED=${seed})`, async (t) => {
  for (let round = 0; round < budget(8, 400); round += 1) {
    const made = make()
    const names = made.flatMap((one) => one.names)
    const whole = await read(file(rowsOf(made), { count: names.length }))
    t.same(
      whole.list?.items.map(({ name, category }) => [name, category]),
      made.flatMap((one) => one.names.map((name) => [name, one.department])),
      'as it should be, it is read whole',
    )
    for (const [what, mutate] of Object.entries(MUTATIONS)) {
      const rows = rowsOf(made)
      const at = oneOf(rows.flatMap((row, no) => ('cells' in row ? [no] : [])))
      if (names.length < 2 && what === 'two rows change places') continue
      const { list, report } = await read(mutate(made, rows, at))
      t.same(list, undefined, `${what}: ${names.join('、')} ${report.doubts.map(({ code }) => code)}`)
      t.ok(report.doubts.length > 0)
    }
  }
})
