import type { Sentence } from '../../lists/terms.ts'
import { say } from '../message.ts'

/** Sentences about files that cannot be read: what is wrong, what to do. */

export const emptyFile = () =>
  say('empty-file', '文件是空的（0 字节）；请重新下载。', 'The file is empty (0 bytes); download it again.')

export const fileTooLarge = (limit: number) =>
  say(
    'file-too-large',
    `文件超过 ${limit} MB；请删去图片后再导入。`,
    `The file is over ${limit} MB; remove the pictures and try again.`,
  )

export const refusedFile = (name: string, { zh, en }: Sentence) =>
  say('refused-file', `“${name}”${zh}`, `"${name}" ${en}`)

export const unknownExtension = (name: string) =>
  say(
    'unknown-extension',
    `不认识“${name}”的扩展名；可导入 .docx、.xlsx 和 .csv（装有 LibreOffice 的，还有 .doc、.xls、.wps、.et、.rtf、.odt、.ods）。`,
    `The extension of "${name}" is not known; .docx, .xlsx and .csv can be imported (with LibreOffice also .doc, .xls, .wps, .et, .rtf, .odt, .ods).`,
  )

export const encryptedFile = () =>
  say(
    'encrypted',
    '文件有打开密码；请在 Word 或 WPS 中去掉密码、另存后再导入。',
    'The file is protected by a password; remove the password in Word or WPS, save it and try again.',
  )

export const otherKind = (kind: string, wanted: string) =>
  say(
    'other-kind',
    `文件的内容是 ${kind}，不是 ${wanted}；请找到原文件，或在 Word、WPS 中另存为 .docx 或 .xlsx。`,
    `The file holds ${kind}, not ${wanted}; find the original, or save it as .docx or .xlsx in Word or WPS.`,
  )

export const brokenZip = () =>
  say(
    'broken-file',
    '文件已损坏或没有下载完整；请重新下载。',
    'The file is damaged or was not downloaded whole; download it again.',
  )

export const zipBomb = () =>
  say(
    'zip-bomb',
    '文件解压后大得不正常（可能是恶意文件）；不予读取。请向发文单位索取原文件。',
    'The file inflates to an abnormal size (it may be malicious) and is not read. Ask the issuing office for the original.',
  )

export const doctype = () =>
  say(
    'doctype',
    '文件内部带有 DTD 或实体声明，Word 和 Excel 从不写入这些（可能是恶意文件）；不予读取。请向发文单位索取原文件。',
    'The file declares a DTD or entities, which Word and Excel never write (it may be malicious); it is not read. Ask the issuing office for the original.',
  )

export const missingPart = (part: string) =>
  say(
    'missing-part',
    `压缩包里没有正文（${part}）；请用 Word 或 WPS 打开，另存后再导入。`,
    `The package has no body (${part}); open it in Word or WPS, save it and try again.`,
  )

export const brokenCsv = (line: number) =>
  say(
    'broken-csv',
    `CSV 第 ${line} 行的引号不成对；请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。`,
    `Line ${line} of the CSV file has an unmatched quote; open it in Excel or WPS and save it as .xlsx.`,
  )

export const unknownEncoding = () =>
  say(
    'unknown-encoding',
    'CSV 的文字编码既不是 UTF-8 也不是 GB18030；请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。',
    'The CSV file is neither UTF-8 nor GB18030; open it in Excel or WPS and save it as .xlsx.',
  )
