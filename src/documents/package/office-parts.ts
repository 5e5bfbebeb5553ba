import { posix } from 'node:path'
import { Refusal } from '../message.ts'
import { missingPart, otherKind } from '../messages/file-messages.ts'
import type { PackageParts } from './package-parts.ts'
import { readXml } from './xml.ts'

/** Where the parts of a Word document are. Word says so in relationships; nearly always they are the customary names. */
export interface WordParts {
  readonly main: string
  readonly styles: string
  readonly numbering: string
  readonly comments: string
  /** Headers and footers. */
  readonly headers: readonly string[]
}

/** Targets of a part's relationships by the last word of their type: officeDocument, styles, worksheet. Ids lead there too. */
export async function relationships(parts: PackageParts, part: string): Promise<Map<string, string>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const found = new Map<string, string>()
  await readXml(parts.beside(`${folder}_rels/${part.slice(folder.length)}.rels`), {
    open({ name, attributes: { Type = '', Target = '', Id = '' } }) {
      if (name !== 'Relationship') return
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target)
      found.set(Type.slice(Type.lastIndexOf('/') + 1), target)
      found.set(Id, target)
    },
  })
  return found
}

/** What other Office packages hold, by a part that only they have. */
const OTHERS = [
  ['xl/workbook.xml', 'Excel (.xlsx)'],
  ['word/document.xml', 'Word (.docx)'],
  ['ppt/presentation.xml', 'PowerPoint'],
  ['content.xml', 'OpenDocument (.odt/.ods)'],
] as const

/** The body of a package that should be `wanted`; a refusal that says what the package is, where it is something else. */
export async function mainPart(parts: PackageParts, usual: string, wanted: string): Promise<string> {
  const stated = (await relationships(parts, '')).get('officeDocument')
  const folder = usual.slice(0, usual.indexOf('/') + 1)
  const main = [stated ?? '', usual].find((name) => name.startsWith(folder) && parts.has(name))
  if (main) return main
  const other = OTHERS.find(([part]) => parts.has(part))
  throw new Refusal(other ? otherKind(other[1], wanted) : missingPart(usual))
}

/** Finds the parts of a Word document. */
export async function wordParts(parts: PackageParts): Promise<WordParts> {
  const main = await mainPart(parts, 'word/document.xml', 'Word (.docx)')
  const related = await relationships(parts, main)
  return {
    main,
    styles: related.get('styles') ?? 'word/styles.xml',
    numbering: related.get('numbering') ?? 'word/numbering.xml',
    comments: related.get('comments') ?? 'word/comments.xml',
    headers: [...new Set(related.values())].filter((part) => /(?:header|footer)\d*\.xml$/i.test(part)),
  }
}
