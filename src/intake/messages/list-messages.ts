import { say } from '../../documents/message.ts'
import { keyOf, type Place, placeWords } from '../../documents/place-in-file.ts'
import type { Sentence } from '../../lists/terms.ts'
import { type Doubt, doubt, flag, keep, skip } from './doubt.ts'

/** What is said of the list as a whole: what speaks against the file, what was kept and dropped. */

const acceptAnnex = flag('--accept-annex', '确认无误', 'if it is right')

export const otherAnnex = (printed: number, list: string, annex: number): Doubt =>
  doubt(
    'other-annex',
    { text: `附件${printed}` },
    `文件的附件号不是清单 ${list} 的附件${annex}；清单选错的，改 --list`,
    `the attachment number is not that of list ${list}, annex ${annex}; if the list is wrong, change --list`,
    [acceptAnnex],
  )

export const otherEffect = (title: string, list: string): Doubt =>
  doubt(
    'other-effect',
    { text: title },
    `文件标题与清单 ${list} 的含义相反（一个不应出具，一个可以出具），或两者都有；清单选错的，改 --list`,
    `the title says the opposite of list ${list} (one forbids, one permits), or both; if the list is wrong, change --list`,
    [acceptAnnex],
  )

export const otherKind = (title: string, list: string): Doubt =>
  doubt(
    'other-kind-title',
    { text: title },
    `标题或表头说的是另一类事项，不是清单 ${list} 的；清单选错的，改 --list`,
    `the title or header speaks of another kind of items than list ${list}; if the list is wrong, change --list`,
    [acceptAnnex],
  )

export const otherPlace = (title: string, place: string): Doubt =>
  doubt(
    'other-place',
    { text: title },
    `标题写的是“${place}”，各清单的地区和发文单位中没有；不是本地的文件，不应导入`,
    `the title names ${place}, which no list here has as its place or issuer; a file of another place must not be imported`,
    [acceptAnnex],
  )

export const otherContent = (names: readonly string[], list: string): Doubt =>
  doubt(
    'other-content',
    { text: names.join('、') },
    `读出的名称不像清单 ${list} 的事项`,
    `the names read do not look like items of list ${list}`,
    [acceptAnnex],
  )

export const unsaid = (list: string): Doubt =>
  doubt(
    'no-title',
    {},
    `文件没有标题、附件号，表头也没有说明是哪一类事项，不能断定是清单 ${list}`,
    `neither a title nor an attachment number nor a header says what this is; it cannot be told to be list ${list}`,
    [acceptAnnex],
  )

export const losesMany = (lost: number, held: number): Doubt =>
  doubt(
    'loses-many',
    { text: `${lost}/${held}` },
    '现有清单有一半以上的事项不在文件里，导入会删去它们',
    'more than half of the items held are not in the file and would go',
    [
      flag('--accept-loss', '确实整份替换', 'if the list is replaced as a whole'),
      flag('--add', '只是增补', 'if the file only adds to it'),
    ],
  )

export const severalParts = (labels: readonly string[], suggested: string): Doubt =>
  doubt(
    'several-parts',
    { text: labels.join('、') },
    '文件里不止一个附件，一次只读一个',
    'the file holds several annexes, and one is read at a time',
    [flag('--part', '读哪一个', 'to say which', suggested)],
  )

export const noSuchPart = (part: string, labels: readonly string[]): Doubt =>
  doubt(
    'no-part',
    { text: part },
    `文件里没有这个附件；有：${labels.join('、')}`,
    `the file has no such part; there are: ${labels.join(', ')}`,
  )

export const otherParts = (labels: readonly string[]) =>
  say(
    'other-parts',
    `文件中的其他部分未读入：${labels.join('、')}。`,
    `Other parts of the file are not read: ${labels.join(', ')}.`,
  )

/** A heading, sheet, category, remark or name that says the contrary. */
export const contrary = (place: Place, text: string, list: string): Doubt =>
  doubt('contrary', { place, text }, `所说与清单 ${list} 的含义相反`, `it says the opposite of list ${list}`, [
    skip(place),
    keep(place, '核对无误，仍读入', 'if it is right all the same'),
  ])

export const contrarySheet = (place: Place, text: string, list: string): Doubt =>
  doubt(
    'contrary-sheet',
    { place, text },
    `表名所说与清单 ${list} 的含义相反`,
    `the name of the sheet says the opposite of list ${list}`,
    [flag('--skip-table', '不读这张表', 'to leave the sheet out', keyOf(place)), acceptAnnex],
  )

export const countDiffers = (place: Place, text: string, printed: number, read: number): Doubt =>
  doubt(
    'count-differs',
    { place, text: `${text}: ${printed} / ${read}` },
    '所印的项数与读出的不同（引号里是所印和读出的）',
    'the number printed is not the number read (both are quoted)',
    [keep(place, '核对后读出的无误', 'if what was read is right')],
  )

export const repeatedTable = (place: Place, before: Place): Doubt =>
  doubt(
    'repeated-table',
    { place, text: placeWords(before).zh },
    '这张表与前面的一张（引号里）完全相同',
    'this table repeats an earlier one (quoted) whole',
    [flag('--skip-table', '不读', 'to leave it out', keyOf(place)), keep(place, '照读', 'to read it all the same')],
  )

export const otherTitle = (printed: string, title: string) =>
  say(
    'title-differs',
    `文件标题“${printed}”与清单标题《${title}》不同；清单标题不变。`,
    `The printed title "${printed}" differs from the list's (${title}); the list keeps its own.`,
  )

export const sample = (text: string, where: Sentence): Doubt =>
  doubt(
    'sample',
    { text },
    `${where.zh}写明不是正式清单（样例、草案、征求意见稿一类）`,
    `${where.en} says that this is no list in force (a sample, a draft)`,
    [flag('--accept-sample', '仍要读入，记为不全、编辑整理', 'to read it all the same, as partial and editorial')],
  )

/** The note of a list that was read from a sample all the same. */
export const ofSample = (): Sentence => ({
  zh: '本清单读自一份自称样例、草案或征求意见稿的文件，不是正式清单。',
  en: 'This list was read from a file that calls itself a sample or a draft; it is not in force.',
})

export const unmet = (key: string): Doubt =>
  doubt(
    'unmet-option',
    { text: key },
    '选项所指不是文件里可以指定的行、段或表；请核对编号（写法如 T1R5、T2、P7）',
    'an option names no row, paragraph or table of the file that can be named; check it (such as T1R5, T2, P7)',
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
