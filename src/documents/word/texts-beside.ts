import { lineOf } from '../blocks.ts'
import { insideFile } from '../messages/limit-messages.ts'
import { inCell } from '../package/held-limits.ts'
import { readXml } from '../package/xml.ts'

/** Reads comments.xml: what each comment says, by its id. */
export async function readComments(pieces: AsyncIterable<string>): Promise<Map<string, string>> {
  const comments = new Map<string, string>()
  let id: string | undefined
  let text = ''
  let inText = false
  await readXml(pieces, {
    open({ name, attributes }) {
      if (name === 'comment') {
        id = attributes.id
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
      if (name === 'comment' && id !== undefined) comments.set(id, lineOf(text).text)
    },
  })
  return comments
}

/** What a header or footer prints, and the words drawn across its page. */
export async function readHeader(pieces: AsyncIterable<string>): Promise<{ text: string; drawn: string[] }> {
  const drawn: string[] = []
  let text = ''
  let inText = false
  await readXml(pieces, {
    open({ name, attributes }) {
      if (name === 't') inText = true
      if (name === 'textpath') drawn.push(attributes.string ?? '')
    },
    text(piece) {
      if (!inText) return
      text += piece
      inCell(text.length, () => insideFile)
    },
    close(name) {
      if (name === 't') inText = false
    },
  })
  return { text: lineOf(text).text, drawn }
}
