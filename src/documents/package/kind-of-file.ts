import { Refusal } from '../message.ts'
import { emptyFile, encryptedFile, otherKind, unknownExtension } from '../messages/file-messages.ts'
import { noText, oldFile } from '../messages/old-file-messages.ts'
import { oldExtensions, oldFormat } from '../old/old-format.ts'

/** What a file can be read as. */
export type FileKind = 'docx' | 'xlsx' | 'csv'

const WANTED: Readonly<Record<FileKind, string>> = { docx: 'Word (.docx)', xlsx: 'Excel (.xlsx)', csv: 'CSV' }
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const PROTECTED = Buffer.from('EncryptedPackage', 'utf16le')
const KINDS: ReadonlyMap<string, FileKind> = new Map([
  ['docx', 'docx'],
  ['docm', 'docx'],
  ['xlsx', 'xlsx'],
  ['xlsm', 'xlsx'],
  ['csv', 'csv'],
])

/** Kinds that are renamed to .docx in practice, by how they begin. */
const BEGINNINGS: readonly (readonly [RegExp, string])[] = [
  [/^\s*(<!doctype html|<html|<head|<body)/i, 'HTML'],
  [/^\s*mime-version:/i, 'MHT'],
  [/^Rar!/, 'RAR'],
]

/** Extensions of files without text, and how such files begin, whatever they are called. */
const TEXTLESS: readonly (readonly [Parameters<typeof noText>[0], RegExp, RegExp])[] = [
  ['pdf', /^pdf$/, /%PDF-/],
  ['ofd', /^ofd$/, /^PK[\s\S]*OFD\.xml/],
  ['picture', /^(?:png|jpe?g|gif|bmp|tiff?|webp|heic)$/, /^(\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*)/],
]

/**
 * What the file is to be read as: its name says, its first bytes must agree. Throws a refusal that names what it is instead,
 * because "not a zip file" tells nobody that the bureau's PDF was renamed.
 */
export function kindOfFile(bytes: Buffer, fileName: string): FileKind {
  const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  const head = bytes.toString('latin1', 0, 1024)
  const textless = TEXTLESS.find(([, name, beginning]) => name.test(extension) || beginning.test(head))
  if (textless) throw new Refusal(noText(textless[0]))
  const kind = KINDS.get(extension)
  if (!kind && !oldExtensions.some((one) => one === extension)) throw new Refusal(unknownExtension(fileName))
  if (bytes.length === 0) throw new Refusal(emptyFile())
  const old = oldFormat(bytes)
  if (old) throw new Refusal(oldFile(old))
  const isOle = bytes.subarray(0, OLE.length).equals(OLE)
  if (isOle && bytes.includes(PROTECTED)) throw new Refusal(encryptedFile())
  const zipped = head.startsWith('PK')
  const other = zipped
    ? 'Office/ZIP'
    : isOle
      ? '旧版 Office 文件 (an old Office file)'
      : BEGINNINGS.find(([beginning]) => beginning.test(head))?.[1]
  if (kind === 'csv' && other === undefined) return kind
  if (kind !== undefined && kind !== 'csv' && zipped) return kind
  throw new Refusal(otherKind(other ?? '其他数据 (other data)', kind ? WANTED[kind] : `.${extension}`))
}
