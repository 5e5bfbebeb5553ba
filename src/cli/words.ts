import type { CommanderError } from 'commander'
import type { Sentence } from '../catalogue/files/terms.ts'

/** The words of the command line itself. */

export const PROGRAM = {
  description: {
    zh: '清单：某项证明、牌子或事务能否要求村级组织承担',
    en: 'Qingdan: whether a paper, board or task may be demanded of a village',
  },
  lang: { zh: '界面语言：zh（默认）或 en', en: 'language: zh (default) or en' },
  help: { zh: '显示帮助', en: 'show help' },
} as const satisfies Record<string, Sentence>

export const TITLES: Readonly<Record<string, Sentence>> = {
  'Usage:': { zh: '用法：', en: 'Usage:' },
  'Arguments:': { zh: '参数：', en: 'Arguments:' },
  'Options:': { zh: '选项：', en: 'Options:' },
  'Commands:': { zh: '命令：', en: 'Commands:' },
}

export const IMPORT = {
  description: {
    zh: '把发文单位的附件（Word、Excel 或 CSV）读成清单文件；不确定之处一律停下询问，不写入',
    en: 'read an annex (Word, Excel or CSV) as a list file; whatever is uncertain stops it, and nothing is written',
  },
  file: { zh: '附件文件：.docx、.xlsx 或 .csv', en: 'the annex: .docx, .xlsx or .csv' },
  list: { zh: '写入哪个清单，如 annex-5', en: 'the list to write, e.g. annex-5' },
  dryRun: { zh: '只预览，不写入', en: 'show what would change, write nothing' },
  column: {
    zh: '指明某列的含义：3=name、T2C3=basis、4=ignore（可重复）',
    en: 'say what a column is: 3=name, T2C3=basis, 4=ignore (repeatable)',
  },
  skipRow: {
    zh: '不读某行或某段：T1R5、T1R5-R9、P7（可重复，可用逗号）',
    en: 'leave out a row or paragraph: T1R5, T1R5-R9, P7 (repeatable, commas)',
  },
  skipTable: { zh: '不读某表：T2、T2-T9（可重复）', en: 'leave out a table: T2, T2-T9 (repeatable)' },
  keepRow: {
    zh: '已核对某行，照原样读入：T1R5（可重复）',
    en: 'the row was checked, read it as it is: T1R5 (repeatable)',
  },
  brackets: {
    zh: '名称末尾括号的含义：T1R5=names（所含名称）、=part（名称一部分）、=note（说明）',
    en: 'what the bracket after a name is: T1R5=names, =part (of the name), =note',
  },
  renumber: { zh: '不用文中序号，按先后编号', en: 'number items in order, whatever is printed' },
  fillDown: { zh: '空白的类别格沿用上面的值', en: 'an empty category cell takes the value above' },
  place: {
    zh: '未写明内外的牌子：exterior（外部）或 interior（内部）',
    en: 'boards without a side: exterior or interior',
  },
  acceptAnnex: {
    zh: '附件号或标题与清单不符，已核对无误',
    en: 'the attachment number or title differs from the list, and that is right',
  },
  completeness: { zh: '清单是否完整：complete（默认）、partial、absent', en: 'complete (default), partial or absent' },
  grade: { zh: '等级：official（默认）、reference、editorial', en: 'official (default), reference or editorial' },
  data: { zh: '数据文件夹', en: 'the data folder' },
  date: {
    zh: '导入日期 YYYY-MM-DD，默认今天（北京时间）',
    en: 'date of import, YYYY-MM-DD (default today in Beijing)',
  },
} as const satisfies Record<string, Sentence>

const quoted = (message: string) => /'([^']*)'/.exec(message)?.[1] ?? ''

/** Commander's own errors, in both languages. */
export function usageError(error: CommanderError): Sentence {
  const en = error.message.replace(/^error: /, '')
  const what = quoted(error.message)
  const zh: Readonly<Record<string, string>> = {
    'commander.unknownOption': `没有选项 ${what}。`,
    'commander.unknownCommand': `没有命令 ${what}。`,
    'commander.missingArgument': `缺少参数 ${what}。`,
    'commander.optionMissingArgument': `选项 ${what} 缺少值。`,
    'commander.missingMandatoryOptionValue': `缺少选项 ${what}。`,
    'commander.excessArguments': '参数太多；文件名带空格时请加引号。',
    'commander.invalidArgument': `选项的值不对：${what}。`,
    'commander.help': '请给出命令。',
  }
  return {
    zh: `${zh[error.code] ?? en} 用 --help 看用法。`,
    en: `${error.code === 'commander.help' ? 'Name a command.' : en} See --help.`,
  }
}
