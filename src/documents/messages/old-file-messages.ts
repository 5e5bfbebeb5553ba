import { say } from '../message.ts'
import type { OldFormat } from '../old/old-format.ts'

/** Sentences about files of formats that are not read as they are: what to do instead. */

const kinds = {
  doc: { zh: '旧格式的 Word 文件（.doc 或 .wps）', en: 'an old Word file (.doc or .wps)' },
  xls: { zh: '旧格式的 Excel 文件（.xls 或 .et）', en: 'an old Excel file (.xls or .et)' },
  rtf: { zh: ' RTF 文件', en: 'an RTF file' },
  odt: { zh: ' OpenDocument 文档（.odt）', en: 'an OpenDocument text (.odt)' },
  ods: { zh: ' OpenDocument 表格（.ods）', en: 'an OpenDocument spreadsheet (.ods)' },
} as const

export const oldFile = ({ extension, becomes }: OldFormat) =>
  say(
    'old-office',
    `这是${kinds[extension].zh}，不论扩展名是什么；请用 Word 或 WPS 打开，另存为 .${becomes} 后再试（装有 LibreOffice 的机器上会自动转换）。`,
    `This is ${kinds[extension].en}, whatever its extension; open it in Word or WPS and save it as .${becomes} (where LibreOffice is installed it is converted by itself).`,
  )

export const notConverted = ({ extension, becomes }: OldFormat) =>
  say(
    'not-converted',
    `这是${kinds[extension].zh}，LibreOffice 没有转换成功（文件可能损坏、有密码，或耗时过长）；请用 Word 或 WPS 打开，另存为 .${becomes} 后再试。`,
    `This is ${kinds[extension].en}, and LibreOffice did not convert it (it may be damaged, protected, or take too long); open it in Word or WPS and save it as .${becomes}.`,
  )

/** What holds no text that could be read, by extension. */
const imageKinds = {
  pdf: {
    zh: ' PDF 文件，其中的表格不能可靠读取；请向发文单位索取 Word 或 Excel 原文件，或用 WPS 转为 .docx、逐行核对后再试',
    en: 'a PDF, whose tables cannot be read reliably; ask the issuing office for the Word or Excel file, or convert it to .docx in WPS and check every row',
  },
  ofd: {
    zh: ' OFD 版式文件，其中的表格不能可靠读取；请向发文单位索取 Word 或 Excel 原文件，或照其内容录成 .xlsx 后再试',
    en: 'an OFD file, whose tables cannot be read reliably; ask the issuing office for the Word or Excel file, or type it into an .xlsx',
  },
  picture: {
    zh: '图片（照片或扫描件），不能读取文字；请向发文单位索取 Word 或 Excel 原文件，或照其内容录成 .xlsx 后再试',
    en: 'a picture (photograph or scan), whose text cannot be read; ask the issuing office for the Word or Excel file, or type it into an .xlsx',
  },
} as const

export const noText = (kind: keyof typeof imageKinds) =>
  say('no-text-file', `这是${imageKinds[kind].zh}。`, `This is ${imageKinds[kind].en}.`)
