import { type Comment, lineOf } from '../blocks.ts'
import { insideFile } from '../messages/limit-messages.ts'
import { inCell } from '../package/held-limits.ts'
import { relationships } from '../package/office-parts.ts'
import type { PackageParts } from '../package/package-parts.ts'
import { readXml } from '../package/xml.ts'
import { spot } from './reference.ts'

/** What lies beside the cells of a sheet. */
export interface BesideCells {
  readonly comments: readonly Comment[]
  readonly pictures: number
}

async function readComments(pieces: AsyncIterable<string>, table: string, sheet: string): Promise<Comment[]> {
  const comments: Comment[] = []
  let reference = ''
  let text = ''
  let inText = false
  await readXml(pieces, {
    open({ name, attributes: { ref = '' } }) {
      if (name === 'comment') {
        reference = ref
        text = ''
      }
      if (name === 't') inText = true
    },
    text(piece) {
      if (!inText) return
      text += piece
      inCell(text.length, () => insideFile)
    },
    close(name) {
      if (name === 't') inText = false
      const at = spot(reference)
      if (name === 'comment' && at) comments.push({ place: { table, sheet, ...at }, text: lineOf(text).text })
    },
  })
  return comments
}

async function countPictures(pieces: AsyncIterable<string>): Promise<number> {
  let pictures = 0
  await readXml(pieces, {
    open({ name }) {
      if (name === 'pic') pictures += 1
    },
  })
  return pictures
}

/** Reads the comments of a sheet and counts the pictures that lie on it. */
export async function besideCells(
  parts: PackageParts,
  part: string,
  table: string,
  sheet: string,
): Promise<BesideCells> {
  const related = await relationships(parts, part)
  return {
    comments: await readComments(parts.beside(related.get('comments') ?? ''), table, sheet),
    pictures: await countPictures(parts.beside(related.get('drawing') ?? '')),
  }
}
