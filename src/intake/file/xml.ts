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

/** What each prefix stands for; the empty one is the default namespace. */
type Bindings = Readonly<Record<string, string>>

const localOf = (name: string) => name.slice(name.indexOf(':') + 1)
const prefixOf = (name: string) => name.slice(0, Math.max(0, name.indexOf(':')))

/**
 * The bindings inside an element. The parser could keep them, but it copies all of them at every closing tag, and Word declares
 * some thirty: half the time of an import went there.
 */
function within(scope: Bindings, attributes: Readonly<Record<string, string>>): Bindings {
  const declared = Object.entries(attributes).filter(([name]) => name === 'xmlns' || prefixOf(name) === 'xmlns')
  if (declared.length === 0) return scope
  return {
    ...scope,
    ...Object.fromEntries(declared.map(([name, uri]) => [name === 'xmlns' ? '' : localOf(name), uri])),
  }
}

/**
 * Reads XML in pieces and tells `listener` what it meets; never holds the document.
 * A DTD is refused before anything in it can matter, and undeclared entities are errors in strict mode.
 */
export async function readXml(pieces: AsyncIterable<string>, listener: Listener): Promise<void> {
  const parser = sax.parser(true, { position: false })
  const scopes: Bindings[] = [{}]
  parser.ondoctype = () => {
    throw new Refusal(doctype())
  }
  parser.onerror = (error) => {
    throw new Refusal(/entity/i.test(error.message) ? doctype() : brokenZip())
  }
  parser.onopentag = ({ name, attributes }) => {
    if (scopes.length > DEEPEST) throw new Refusal(tooLarge())
    const scope = within(scopes.at(-1) as Bindings, attributes as Record<string, string>)
    scopes.push(scope)
    const space = scope[prefixOf(name)] ?? ''
    if (space === '' && name.includes(':')) throw new Refusal(brokenZip())
    const values: Record<string, string> = {}
    for (const [attribute, value] of Object.entries(attributes)) {
      if (attribute !== 'xmlns' && prefixOf(attribute) !== 'xmlns') values[localOf(attribute)] = value as string
    }
    listener.open({ name: localOf(name), space, attributes: values })
  }
  parser.onclosetag = (name) => {
    scopes.pop()
    listener.close?.(localOf(name))
  }
  parser.ontext = (text) => listener.text?.(text)
  parser.oncdata = (text) => listener.text?.(text)
  for await (const piece of pieces) parser.write(piece)
  parser.close()
}
