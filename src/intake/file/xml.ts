import sax from 'sax'
import { brokenZip, doctype, tooLarge } from '../messages/file.ts'
import { Refusal } from '../refusal.ts'

/** An element as it opens: its local name, its namespace and its attributes by local name. */
export interface Element {
  readonly name: string
  readonly space: string
  readonly attributes: Readonly<Record<string, string>>
}

/** What wants to hear of a part's elements. */
export interface Listener {
  open(element: Element): void
  close?(name: string): void
  text?(text: string): void
}

/** Word nests some twenty elements for a table in a table; hostile files nest thousands to exhaust the reader. */
const DEEPEST = 400

/**
 * Reads XML in pieces and tells `listener` what it meets; never holds the document.
 * A DTD is refused before anything in it can matter, and undeclared entities are errors in strict mode.
 */
export async function readXml(pieces: AsyncIterable<string>, listener: Listener): Promise<void> {
  const parser = sax.parser(true, { xmlns: true, position: false })
  let depth = 0
  parser.ondoctype = () => {
    throw new Refusal(doctype())
  }
  parser.onerror = (error) => {
    throw new Refusal(/entity/i.test(error.message) ? doctype() : brokenZip())
  }
  parser.onopentag = (tag) => {
    depth += 1
    if (depth > DEEPEST) throw new Refusal(tooLarge())
    const { local, uri, attributes } = tag as sax.QualifiedTag
    const values: Record<string, string> = {}
    for (const attribute of Object.values(attributes)) values[attribute.local] = attribute.value
    listener.open({ name: local, space: uri, attributes: values })
  }
  parser.onclosetag = (name) => {
    depth -= 1
    listener.close?.(name.slice(name.indexOf(':') + 1))
  }
  parser.ontext = (text) => listener.text?.(text)
  parser.oncdata = (text) => listener.text?.(text)
  for await (const piece of pieces) parser.write(piece)
  parser.close()
}
