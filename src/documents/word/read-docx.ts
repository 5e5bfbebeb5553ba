import type { AnnexDocument } from '../blocks.ts'
import { acceptedChanges, embeddedDocument, leftOutHidden, leftOutRow } from '../messages/reading-messages.ts'
import { mostHeaders } from '../package/file-limits.ts'
import { wordParts } from '../package/office-parts.ts'
import { openPackage, type Watch } from '../package/package-parts.ts'
import { readXml } from '../package/xml.ts'
import { BodyReader } from './body.ts'
import { readNumbering } from './numbering.ts'
import { readStyles } from './styles.ts'
import { readComments, readHeader } from './texts-beside.ts'

/** Reads a Word file as the one who opens it sees it, with all tracked changes accepted. */
export async function readDocx(bytes: Buffer, watch?: Watch): Promise<AnnexDocument> {
  const parts = await openPackage(bytes, watch)
  const names = await wordParts(parts)
  const styles = await readStyles(parts.beside(names.styles))
  const numbering = await readNumbering(parts.beside(names.numbering))
  const body = new BodyReader(styles, numbering, await readComments(parts.beside(names.comments)))
  await readXml(parts.text(names.main), body)
  const around: AnnexDocument['around'][number][] = body.drawn.map((text) => ({ where: 'watermark', text }))
  for (const header of names.headers.slice(0, mostHeaders)) {
    const { text, drawn } = await readHeader(parts.beside(header))
    if (text !== '') around.push({ where: 'header', text })
    around.push(...drawn.map((words) => ({ where: 'watermark' as const, text: words })))
  }
  const { deleted, inserted, hidden, embedded } = body.counts
  return {
    blocks: body.blocks,
    said: [
      ...(deleted + inserted > 0 ? [acceptedChanges(deleted, inserted)] : []),
      ...(hidden > 0 ? [leftOutHidden(hidden)] : []),
      ...body.left.map(({ place, how, text }) => leftOutRow(place, how, text)),
    ],
    around,
    doubts: embedded > 0 ? [embeddedDocument()] : [],
  }
}
