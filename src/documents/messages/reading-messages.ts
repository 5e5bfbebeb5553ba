import { say } from '../message.ts'
import { type Place, placeWords } from '../place-in-file.ts'
import { at, short } from './at-place.ts'

/** What a reader left out, or took in, and says so. */

export const acceptedChanges = (gone: number, come: number) =>
  say(
    'tracked-changes',
    `文件带有修订记录：按接受全部修订读取（删去 ${gone} 处，保留插入 ${come} 处）。`,
    `The file has tracked changes: it is read as if all were accepted (${gone} deletions gone, ${come} insertions in).`,
  )

export const leftOutHidden = (count: number) =>
  say('hidden-text', `隐藏文字未读入（${count} 处）。`, `Hidden text is left out (${count} places).`)

const ROWS = {
  hidden: ['隐藏的行', 'hidden row'],
  deleted: ['修订中删去的行', 'row deleted by a tracked change'],
} as const

export const leftOutRow = (place: Place, how: keyof typeof ROWS, text: string) => {
  const [zh, en] = ROWS[how]
  return at(`${how}-row-left-out`, place, `${zh}，未读入：“${short(text)}”。`, `a ${en}, left out: "${short(text)}".`)
}

export const embeddedDocument = () =>
  say(
    'embedded-document',
    '文件里嵌有另一份文件（altChunk），其内容无法读取；请在 Word 中打开、另存为 .docx 后再导入。',
    'Another document is embedded in the file (altChunk) and cannot be read; open it in Word and save it as .docx.',
  )

export const hiddenSheet = (name: string) =>
  say('hidden-sheet', `隐藏的工作表“${name}”未读入。`, `The hidden sheet "${name}" is left out.`)

export const hiddenColumn = (place: Place, letters: readonly string[]) => {
  const where = placeWords(place)
  return say(
    'hidden-column',
    `${where.zh}：隐藏的列 ${letters.join('、')} 未读入。`,
    `${where.en}: the hidden column ${letters.join(', ')} is left out.`,
  )
}

/** A file of one column has no separator. */
export const csvEncoding = (name: string, separator: string | undefined) =>
  separator === undefined
    ? say(
        'csv-encoding',
        `CSV 按 ${name} 编码读取，每行一格。`,
        `The CSV file is read as ${name}, with one cell in each line.`,
      )
    : say(
        'csv-encoding',
        `CSV 按 ${name} 编码、以“${separator}”分隔读取。`,
        `The CSV file is read as ${name}, separated by "${separator}".`,
      )
