import { say } from '../message.ts'

/** Sentences about the data folder. */

export const noDataFolder = (folder: string) =>
  say(
    'no-data',
    `没有清单文件夹 ${folder}；请用 --data 或环境变量 DATA_DIR 指明数据文件夹。`,
    `There is no folder ${folder}; name the data folder with --data or the variable DATA_DIR.`,
  )

export const unreadableList = (name: string) =>
  say(
    'bad-list',
    `清单文件 ${name} 无法读取或不合格式，未作任何改动；请先修复。`,
    `The list file ${name} cannot be read or is not valid; nothing was changed. Repair it first.`,
  )

export const miswrittenFiles = (names: readonly string[]) =>
  say(
    'miswritten-file',
    `数据文件夹中的 ${names.join('、')} 不会被读取：文件名须以小写的 .json 结尾。请先改名；未作任何改动。`,
    `${names.join(', ')} in the data folder would not be read: the name must end in .json, in small letters. Rename it first; nothing was changed.`,
  )

export const unknownList = (id: string, known: readonly string[]) =>
  say(
    'unknown-list',
    `没有清单“${id}”；可选：${known.join('、')}。`,
    `There is no list "${id}"; there are: ${known.join(', ')}.`,
  )

export const noSuchFile = (name: string) =>
  say('no-file', `找不到或无法读取文件“${name}”。`, `The file "${name}" cannot be found or read.`)

export const notWritten = (name: string, why: string) =>
  say(
    'not-written',
    `清单文件 ${name} 没有写成（${why}）；原文件未变。`,
    `The list file ${name} could not be written (${why}); the old one is unchanged.`,
  )

export const listChanged = (name: string) =>
  say(
    'list-changed',
    `清单文件 ${name} 在读取之后已被他人改动，未写入；请重新导入，以便与新内容比对。`,
    `The list file ${name} was changed by somebody else after it was read, and is not written; import again, so that it is compared with what is there now.`,
  )

export const invalidResult = () =>
  say(
    'invalid-result',
    '读出的内容不合清单文件的格式，未写入；请把文件连同本句报告给维护者。',
    'What was read does not fit a list file and is not written; report the file and this sentence to the maintainers.',
  )
