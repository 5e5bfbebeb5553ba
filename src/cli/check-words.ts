import type { Sentence } from '../catalogue/files/terms.ts'
import { type Role, roles } from '../checks/columns.ts'
import { say } from '../intake/said.ts'

/** The words of the commands that check tables. */
export const checkWords = {
  audit: {
    zh: '核对办事指南的材料清单（每行一个事项的一种材料），逐行写出结论、依据和替代办法',
    en: 'check a list of required materials; write every row with conclusion, basis and what to use instead',
  },
  materials: { zh: '材料清单：.xlsx 或 .csv', en: 'the materials: .xlsx or .csv' },
  survey: {
    zh: '核对一个村（社区）现挂的牌子：可以保留、应在何处、须核实或应摘除',
    en: 'check the boards that hang at a village: which stay, where they belong, which to ask about or take down',
  },
  boards: { zh: '牌子清单：.xlsx 或 .csv', en: 'the boards: .xlsx or .csv' },
  ledger: {
    zh: '把工作事务、机制牌子、证明事项三张表合成一本自查台账',
    en: 'make one self-check ledger of tasks, boards and certificates',
  },
  tasks: { zh: '工作事务清单：.xlsx 或 .csv', en: 'the tasks: .xlsx or .csv' },
  output: { zh: '写入的文件：.xlsx、.csv、.json 或 .html', en: 'the file to write: .xlsx, .csv, .json or .html' },
  workbook: { zh: '写入的工作簿（.xlsx）', en: 'the workbook to write (.xlsx)' },
  optionalOutput: {
    zh: '写入的文件：.xlsx 或 .json；不写则只显示',
    en: 'the file to write: .xlsx or .json; else only shown',
  },
  sheet: { zh: '读哪张工作表（名称或第几张）', en: 'which sheet to read (name or number)' },
  column: {
    zh: `指明某列：材料名称=所需要件，或 material=C（可重复）。可指明：${Object.values(roles)
      .map(({ label }) => label.zh)
      .join('、')}`,
    en: `say what a column is: material=header or material=C (repeatable). Known: ${Object.keys(roles).join(', ')}`,
  },
  region: { zh: '村（社区）所在地的行政区划代码', en: 'GB/T 2260 code of the village' },
  on: { zh: '按哪一天的规定，默认今天（北京时间）', en: 'as of which day, default today in Beijing' },
  village: { zh: '村（社区）名称，写在台账上', en: 'name of the village, printed on the ledger' },
} as const satisfies Record<string, Sentence>

export const unknownRegion = (code: string) =>
  say('unknown-region', `没有收录行政区划代码 ${code}。`, `The region ${code} is not among those held.`)

export const noColumn = (role: Role, headers: readonly string[]) =>
  say(
    'no-column',
    `没有找到“${roles[role].label.zh}”一列；请用 --column ${role}=表头 指明。${headers.length > 0 ? `表中有：${headers.join('、')}。` : '表中没有内容。'}`,
    `No column ${roles[role].label.en} was found; name it with --column ${role}=header. ${headers.length > 0 ? `There are: ${headers.join(', ')}.` : 'The table is empty.'}`,
  )

export const noSheet = (name: string, sheets: readonly string[]) =>
  say(
    'no-sheet',
    `没有工作表“${name}”；有：${sheets.join('、')}。`,
    `There is no sheet "${name}"; there are: ${sheets.join(', ')}.`,
  )

export const noRows = (name: string) =>
  say('no-rows', `“${name}”表头之下没有内容。`, `There is nothing below the header of "${name}".`)

export const wrongOutput = (allowed: string) =>
  say('wrong-output', `输出文件的扩展名须为 ${allowed}。`, `The file to write must end in ${allowed}.`)

export const sameFile = () =>
  say('same-file', '输出文件不能就是输入文件。', 'The file to write must not be the file that is read.')

export const cannotWrite = (name: string, why: string) =>
  say('cannot-write', `“${name}”没有写成（${why}）。`, `"${name}" could not be written (${why}).`)
