import { Refusal } from '../message.ts'
import { emptyFile, encryptedFile, oldOffice, otherKind, unknownExtension } from '../messages/file-messages.ts'

/** What a file can be read as. */
export type FileKind = 'docx' | 'xlsx' | 'csv'

const WANTED: Readonly<Record<FileKind, string>> = { docx: 'Word (.docx)', xlsx: 'Excel (.xlsx)', csv: 'CSV' }
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const wide = (words: string) => Buffer.from(words, 'utf16le')

/** Names in an OLE container tell what it holds: an encrypted document, Word's or Excel's old format. */
function oleRefusal(bytes: Buffer, wanted: string): Refusal {
  if (bytes.includes(wide('EncryptedPackage'))) return new Refusal(encryptedFile())
  if (bytes.includes(wide('WordDocument'))) return new Refusal(oldOffice('Word'))
  if (bytes.includes(wide('Workbook'))) return new Refusal(oldOffice('Excel'))
  return new Refusal(otherKind('旧版 Word/Excel 文件 (an old Word or Excel file)', wanted))
}

/** Kinds that are renamed to .docx in practice, by how they begin. */
const BEGINNINGS: readonly (readonly [RegExp, string])[] = [
  [/%PDF-/, 'PDF'],
  [/^\s*\{\\rtf/, 'RTF'],
  [/^\s*(<!doctype html|<html|<head|<body)/i, 'HTML'],
  [/^\s*mime-version:/i, 'MHT'],
  [/^Rar!/, 'RAR'],
  [/^(\x89PNG|\xff\xd8\xff|GIF8)/, 'a picture (图片)'],
]

/**
 * What the file is to be read as: its name says, its first bytes must agree. Throws a refusal that names what it is instead,
 * because "not a zip file" tells nobody that the bureau's PDF was renamed.
 */
export function kindOfFile(bytes: Buffer, fileName: string): FileKind {
  const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase()
  const kind = extension === 'docm' ? 'docx' : extension === 'xlsm' ? 'xlsx' : extension
  if (kind !== 'docx' && kind !== 'xlsx' && kind !== 'csv') throw new Refusal(unknownExtension(fileName))
  if (bytes.length === 0) throw new Refusal(emptyFile())
  if (bytes.subarray(0, OLE.length).equals(OLE)) throw oleRefusal(bytes, WANTED[kind])
  const head = bytes.toString('latin1', 0, 1024)
  const zipped = head.startsWith('PK')
  if (zipped && kind !== 'csv') return kind
  const other = zipped ? 'Office/ZIP' : BEGINNINGS.find(([beginning]) => beginning.test(head))?.[1]
  if (other) throw new Refusal(otherKind(other, WANTED[kind]))
  if (kind !== 'csv') throw new Refusal(otherKind('其他数据 (other data)', WANTED[kind]))
  return kind
}
