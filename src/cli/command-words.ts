import type { CommanderError } from 'commander'
import type { Sentence } from '../lists/terms.ts'

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
  split: {
    zh: '一格里的几个名称照提示拆开：T1R5、P7（可重复）',
    en: 'cut a cell into the names it holds, as proposed: T1R5, P7 (repeatable)',
  },
  part: {
    zh: '文件里有几个附件时读哪一个：附件5，或工作表名',
    en: 'which annex of a file with several: 附件5, or the name of a sheet',
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
  acceptLoss: {
    zh: '现有事项大半不在文件里，确实整份替换',
    en: 'most of the items held are not in the file, and that is right',
  },
  acceptSample: {
    zh: '样例、草案也读入，记为不全、编辑整理',
    en: 'read a sample or draft all the same, as partial and editorial',
  },
  add: { zh: '增补到现有清单，不替换', en: 'add to the list that is there instead of replacing it' },
  completeness: { zh: '清单是否完整：complete（默认）或 partial', en: 'complete (default) or partial' },
  grade: { zh: '等级：official（默认）、reference、editorial', en: 'official (default), reference or editorial' },
  date: {
    zh: '导入日期 YYYY-MM-DD，默认今天（北京时间）',
    en: 'date of import, YYYY-MM-DD (default today in Beijing)',
  },
} as const satisfies Record<string, Sentence>

export const LOCATIONS = {
  data: {
    zh: '数据文件夹，默认为 DATA_DIR 或程序自带的 data',
    en: 'the data folder (default: DATA_DIR, or data beside the program)',
  },
  annexes: { zh: '附件文件夹，默认为 ANNEX_DIR', en: 'the folder of annexes (default: ANNEX_DIR)' },
  database: { zh: 'SQLite 文件，默认为 DATABASE_PATH', en: 'the SQLite file (default: DATABASE_PATH)' },
} as const satisfies Record<string, Sentence>

export const LOAD = {
  description: {
    zh: '检查数据和附件，建立 SQLite 文件；没有变化则不重建',
    en: 'check the data and annexes and build the SQLite file; nothing is done where nothing changed',
  },
  loaded: (version: string, lists: number, items: number): Sentence => ({
    zh: `数据集 ${version}：${lists} 份清单，${items} 项。`,
    en: `Dataset ${version}: ${lists} lists, ${items} items.`,
  }),
}

export const VERIFY = {
  description: {
    zh: '检查数据，并逐行核对 SQLite 文件与数据是否一致；不写入',
    en: 'check the data, and the SQLite file against them row by row; nothing is written',
  },
  data: (version: string, lists: number, items: number): Sentence => ({
    zh: `数据可用：${version}，${lists} 份清单，${items} 项。`,
    en: `The data are sound: ${version}, ${lists} lists, ${items} items.`,
  }),
  same: { zh: 'SQLite 文件与数据一致。', en: 'The SQLite file holds exactly these data.' },
  differ: (count: number): Sentence => ({
    zh: `SQLite 文件与数据有 ${count} 处不同。运行 qingdan load 重建：`,
    en: `The SQLite file differs from the data in ${count} places. Run qingdan load to build it anew:`,
  }),
  more: (count: number): Sentence => ({ zh: `  另有 ${count} 处`, en: `  and ${count} more` }),
}

export const LAW = {
  option: {
    zh: '列出法律编辑本季要看的：未按期核对的法律、将有或已有接替的法律、没有有效版本可依的事项',
    en: 'list what a legal editor has to look at this quarter: laws not reviewed in time, laws with a successor, items that no version in force carries',
  },
  since: {
    zh: '法律条文应在哪一天以后核对过，默认 --on 之前 90 天',
    en: 'the day since when each law should have been reviewed, default 90 days before --on',
  },
  alone: { code: 'law-only', zh: '--since 和 --on 只与 --law 同用。', en: '--since and --on go with --law only.' },
  stale: (count: number, since: string): Sentence => ({
    zh: `${since} 以后没有核对过的法律：${count} 部`,
    en: `Laws not reviewed since ${since}: ${count}`,
  }),
  never: { zh: '从未核对', en: 'never' },
  changing: (count: number): Sentence => ({
    zh: `将有或已有接替、将有修改的法律：${count} 部`,
    en: `Laws said to have a successor or to be about to change: ${count}`,
  }),
  lapsed: (count: number): Sentence => ({
    zh: `当日没有有效版本可依的：${count} 项`,
    en: `What no version in force on the day carries: ${count}`,
  }),
  ended: (day: string): Sentence => ({ zh: `至 ${day}`, en: `ended ${day}` }),
  begins: (day: string): Sentence => ({ zh: `自 ${day}`, en: `begins ${day}` }),
  between: { zh: '在两个版本之间', en: 'between two versions' },
  lost: (law: string): Sentence => ({
    zh: `现行版本没有依据条款：${law}`,
    en: `no article of the version in force: ${law}`,
  }),
}

/** What a list can be exported as, by the ending of the file. */
export const exportFormats = ['csv', 'json', 'docx'] as const

export const EXPORT = {
  description: { zh: '导出一份清单：CSV、JSON 或 Word 表格', en: 'export a list as CSV, JSON or a Word table' },
  list: { zh: '清单标识，如 annex-3', en: 'the id of the list, e.g. annex-3' },
  output: { zh: '写入的文件；不写则输出到屏幕', en: 'the file to write; without it, to the screen' },
  format: {
    zh: '格式：csv、json 或 docx；默认按文件名，否则 csv',
    en: 'csv, json or docx (default: by the name of the file, else csv)',
  },
  unknownEnding: {
    zh: '不能按文件名判断格式：文件名以 .csv、.json 或 .docx 结尾，或用 --format 指明。',
    en: 'The name does not say which format: end it in .csv, .json or .docx, or give --format.',
  },
  wordNeedsFile: {
    zh: 'Word 表格须写入文件：请加 -o 附件.docx。',
    en: 'A Word table needs a file to go to: add -o annex.docx.',
  },
  written: (file: string, items: number): Sentence => ({
    zh: `已写入 ${file}（${items} 项）。`,
    en: `Wrote ${file} (${items} items).`,
  }),
}

/** The machine would not: a disk that is full, a folder that may not be written. */
export const FAILED = (message: string): Sentence => ({ zh: `没有完成：${message}。`, en: `Not done: ${message}.` })

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
    'commander.invalidArgument': `选项的值${/ argument '\s*' /.test(error.message) ? '是空的' : '不对'}：${what}。`,
    'commander.help': '请给出命令。',
  }
  return {
    zh: `${zh[error.code] ?? en} 用 --help 看用法。`,
    en: `${error.code === 'commander.help' ? 'Name a command.' : en} See --help.`,
  }
}
