import { type Role, roles } from '../checks/columns-by-role.ts'
import { say } from '../documents/message.ts'
import type { Sentence } from '../lists/terms.ts'
import { longestName, writtenWords } from '../rulings/question.ts'

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
  region: {
    zh: '村（社区）所在地的行政区划代码，默认取 HOME_REGION',
    en: 'GB/T 2260 code of the village, default HOME_REGION',
  },
  on: { zh: '按哪一天的规定，默认今天（北京时间）', en: 'as of which day, default today in Beijing' },
  body: {
    zh: '只问村民委员会（village）或居民委员会（community），默认两者',
    en: 'ask about villagers’ (village) or residents’ (community) committees only, default both',
  },
  previous: {
    zh: '上期台账（.xlsx）：带入已填的措施、时限和备注，并标明新增、未完成、逾期、已完成',
    en: 'the ledger before (.xlsx): what was filled in is taken over, matters are marked new, open, overdue, done',
  },
  village: { zh: '村（社区）名称，写在台账上', en: 'name of the village, printed on the ledger' },
} as const satisfies Record<string, Sentence>

/** What `--column` takes in a command that reads these roles. */
export function columnWords(known: readonly Role[]): Sentence {
  const [first] = known as readonly [Role, ...Role[]]
  return {
    zh: `指明某列：${roles[first].label.zh}=表头，或 ${first}=C（列号；可重复）。可指明：${known.map((role) => `${roles[role].label.zh}（${role}）`).join('、')}`,
    en: `say what a column is: ${first}=header or ${first}=C (its letter; repeatable). Known: ${known.join(', ')}`,
  }
}

const unread = (hidden: readonly string[]): Sentence =>
  hidden.length > 0
    ? { zh: `隐藏的工作表不读：${hidden.join('、')}。`, en: ` Hidden sheets are not read: ${hidden.join(', ')}.` }
    : { zh: '', en: '' }

/** A code that stands for no place, or for several. */
export const unknownRegion = ({ zh, en }: Sentence) => say('unknown-region', `${zh}。`, `${en}.`)

/** Where a table does not have a column: what it has, and how to say which is meant, if the command can be told. */
export function noColumn(
  role: Role,
  headers: readonly string[],
  { mayName, hidden }: { mayName: boolean; hidden: readonly string[] },
) {
  const { label } = roles[role]
  const remedy = mayName
    ? { zh: `请用 --column ${role}=表头 指明`, en: `name it with --column ${role}=header` }
    : { zh: `请把该列的表头改为“${label.zh}”`, en: `head it "${label.zh}"` }
  const there: Sentence =
    headers.length > 0
      ? { zh: `表中有：${headers.join('、')}。`, en: `There are: ${headers.join(', ')}.` }
      : { zh: '表中没有内容。', en: 'The table is empty.' }
  return say(
    'no-column',
    `没有找到“${label.zh}”一列；${remedy.zh}。${there.zh}${unread(hidden).zh}`,
    `No column ${label.en} was found; ${remedy.en}. ${there.en}${unread(hidden).en}`,
  )
}

export const noSheet = (name: string, sheets: readonly string[], hidden: readonly string[]) =>
  say(
    'no-sheet',
    `没有工作表“${name}”；有：${sheets.join('、')}。${unread(hidden).zh}`,
    `There is no sheet "${name}"; there are: ${sheets.join(', ')}.${unread(hidden).en}`,
  )

/** Sheets that might have been meant as well. */
export const unreadSheets = (names: readonly string[]): Sentence => ({
  zh: `这些工作表也有所需的列，没有读：${names.join('、')}；请用 --sheet 逐张核对。`,
  en: `These sheets have the column as well and were not read: ${names.join(', ')}; check each with --sheet.`,
})

export const noRows = (name: string) =>
  say('no-rows', `“${name}”表头之下没有内容。`, `There is nothing below the header of "${name}".`)

const toldRows = 10

const unaskable = {
  too_long: {
    zh: `名称超过 ${longestName} 个字符`,
    en: `names longer than ${longestName} characters`,
  },
  no_result: { zh: '名称是出错或未存结果的公式', en: 'names that are formulas which failed or have no stored result' },
} as const satisfies Record<string, Sentence>

/** Rows whose name cannot be asked about and that stand in no result. */
export function leftOut(file: string, why: keyof typeof unaskable, rows: readonly number[]): Sentence {
  const { zh, en } = unaskable[why]
  const first = rows.slice(0, toldRows)
  const more = rows.length > first.length
  return {
    zh: `“${file}”第 ${first.join('、')}${more ? ` 等 ${rows.length}` : ''} 行的${zh}，无法核对，没有列入。`,
    en: `"${file}": ${en} cannot be checked and were left out, in ${rows.length} rows: ${first.join(', ')}${more ? ', …' : ''}.`,
  }
}

export const wrongOutput = (allowed: readonly string[]) =>
  say(
    'wrong-output',
    `输出文件的扩展名须为 ${allowed.join('、')}。`,
    `The file to write must end in ${allowed.join(', ')}.`,
  )

export const wrongVillage = () =>
  say('wrong-village', `--village 须为：${writtenWords.zh}。`, `--village must be ${writtenWords.en}.`)

export const noLedger = () =>
  say(
    'no-ledger',
    '没有找到台账的表头（“核查结论”与“工作事务”“牌子名称”或“证明事项”同在一行）；--previous 须为 qingdan ledger 写出的台账。',
    'No header of a ledger was found (a row with "finding" and "task", "board" or "certificate"); --previous must be a ledger that qingdan ledger wrote.',
  )

export const longLedger = (most: number) =>
  say('long-ledger', `一份台账不得超过 ${most} 行。`, `A ledger must not have more than ${most} rows.`)

export const hiddenLeft = (names: readonly string[]) => ({
  zh: `上期台账中隐藏的工作表没有读：${names.join('、')}；其中若有填写的内容，请取消隐藏后重做。`,
  en: `Hidden sheets of the ledger before were not read: ${names.join(', ')}; unhide them if something was written there.`,
})

export const sameFile = () =>
  say('same-file', '输出文件不能就是输入文件。', 'The file to write must not be the file that is read.')

export const cannotWrite = (name: string, why: string) =>
  say('cannot-write', `“${name}”没有写成（${why}）。`, `"${name}" could not be written (${why}).`)
