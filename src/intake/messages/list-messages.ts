import { say } from '../../documents/message.ts'

/** What is said of the list as a whole: what speaks against the file, what was kept and dropped. */

export const otherAnnex = (printed: number, list: string, annex: number) =>
  say(
    'other-annex',
    `文件印的是“附件${printed}”，而清单 ${list} 是附件${annex}。清单选错：改 --list；确认无误：--accept-annex。`,
    `The file prints 附件${printed}, but list ${list} is annex ${annex}. If the list is wrong, change --list; if it is right: --accept-annex.`,
  )

export const otherEffect = (title: string, list: string) =>
  say(
    'other-effect',
    `文件标题“${title}”与清单 ${list} 的含义相反（一个不应出具，一个可以出具）。清单选错：改 --list；确认无误：--accept-annex。`,
    `The title "${title}" says the opposite of list ${list} (one forbids, one permits). If the list is wrong, change --list; if it is right: --accept-annex.`,
  )

export const otherTitle = (printed: string, title: string) =>
  say(
    'title-differs',
    `文件标题“${printed}”与清单标题《${title}》不同；清单标题不变。`,
    `The printed title "${printed}" differs from the list's (${title}); the list keeps its own.`,
  )

export const sampleTitle = (title: string) =>
  say(
    'sample',
    `文件标题写明是样例或征求意见稿（“${title}”），请确认是正式清单。`,
    `The title says that this is a sample or a draft ("${title}"); make sure it is the official list.`,
  )

export const unmet = (key: string) =>
  say(
    'unmet-option',
    `选项中的 ${key} 不是文件里可以指定的行、段或表；请核对编号（写法如 T1R5、T2、P7）。`,
    `${key} is no row, paragraph or table of the file that can be named; check it (such as T1R5, T2, P7).`,
  )

export const droppedNote = () =>
  say(
    'dropped-note',
    '清单原来“缺失/不全”的说明已删去，因为现在完整了。',
    'The notes that said why the list was missing or partial are dropped: it is complete now.',
  )

export const droppedSource = (count: number) =>
  say(
    'dropped-source',
    `${count} 条事项原有的单独出处和等级已删去：正式附件本身就是出处。`,
    `${count} items lose their own source and grade: the official annex is the source now.`,
  )

export const lostAdditions = (name: string) =>
  say(
    'lost-additions',
    `“${name}”不再列出，原先为它记录的例外、替代方式或说明一并删去；改名的请人工移到新名称下。`,
    `"${name}" is no longer listed; the exceptions, alternatives or notes recorded for it go too. If it was renamed, move them by hand.`,
  )

/** The way out of doubts about an annex that nobody imports: it lies in a folder and is read as it is. */
export const byImport = (file: string, list: string) =>
  say(
    'by-import',
    `这些是 qingdan import 的选项：加上选项运行 qingdan import ${file} --list ${list}，写入清单文件，再把附件移出附件文件夹（见 docs/operations.zh-CN.md）。`,
    `These are options of qingdan import: run qingdan import ${file} --list ${list} with them, which writes the list file, and take the annex out of the folder of annexes (docs/operations.md).`,
  )
