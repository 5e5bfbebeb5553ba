/** What an old format becomes, and the extension under which LibreOffice knows it. */
export interface OldFormat {
  readonly becomes: 'docx' | 'xlsx'
  readonly extension: 'doc' | 'xls' | 'rtf' | 'odt' | 'ods'
}

/** Extensions of files that are converted, where the program for it is installed. */
export const oldExtensions = ['doc', 'xls', 'wps', 'et', 'rtf', 'odt', 'ods'] as const

const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const wide = (words: string) => Buffer.from(words, 'utf16le')
const word: OldFormat = { becomes: 'docx', extension: 'doc' }
const excel: OldFormat = { becomes: 'xlsx', extension: 'xls' }

/** What an OLE container holds is told by names in it; those of WPS (.wps, .et) have the same. */
function oleFormat(bytes: Buffer): OldFormat | undefined {
  // A password is for kindOfFile to tell of.
  if (bytes.includes(wide('EncryptedPackage'))) return undefined
  if (bytes.includes(wide('WordDocument'))) return word
  return bytes.includes(wide('Workbook')) || bytes.includes(wide('Book')) ? excel : undefined
}

/** The old format of a file by what it holds, whatever it is called; undefined where it is none. */
export function oldFormat(bytes: Buffer): OldFormat | undefined {
  if (bytes.subarray(0, ole.length).equals(ole)) return oleFormat(bytes)
  const head = bytes.toString('latin1', 0, 128)
  if (/^\s*\{\\rtf/.test(head)) return { becomes: 'docx', extension: 'rtf' }
  // The first entry of such a package is its type, stored as it is: OpenDocument 1.2, part 3, 3.3.
  if (/^PK[\s\S]*mimetypeapplication\/vnd\.oasis\.opendocument\.text/.test(head))
    return { becomes: 'docx', extension: 'odt' }
  if (/^PK[\s\S]*mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/.test(head))
    return { becomes: 'xlsx', extension: 'ods' }
  return undefined
}
