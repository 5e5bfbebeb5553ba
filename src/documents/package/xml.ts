import sax from 'sax'
import { Refusal } from '../message.ts'
import { brokenZip, doctype } from '../messages/file-messages.ts'
import { insideFile, tooDeep, tooManyAttributes } from '../messages/limit-messages.ts'
import { deepest, mostAttributes } from './file-limits.ts'

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

const localOf = (name: string) => name.slice(name.indexOf(':') + 1)
const prefixOf = (name: string) => name.slice(0, Math.max(0, name.indexOf(':')))

/**
 * What each prefix stands for at the place that is read; the empty one is the default namespace. The parser could keep them, but it
 * copies all of them at every closing tag, and Word declares some thirty: half the time of an import went there. Here nothing is copied.
 */
class Bindings {
  readonly #uris = new Map<string, string[]>()
  /** The prefixes that each open element declares. */
  readonly #declared: (readonly string[])[] = []

  get depth(): number {
    return this.#declared.length
  }

  enter(attributes: Readonly<Record<string, string>>): void {
    const names = Object.keys(attributes).filter((name) => name === 'xmlns' || prefixOf(name) === 'xmlns')
    const prefixes = names.map((name) => (name === 'xmlns' ? '' : localOf(name)))
    for (const [at, prefix] of prefixes.entries()) {
      const uris = this.#uris.get(prefix) ?? []
      uris.push(attributes[names[at] as string] as string)
      this.#uris.set(prefix, uris)
    }
    this.#declared.push(prefixes)
  }

  leave(): void {
    for (const prefix of this.#declared.pop() as readonly string[]) this.#uris.get(prefix)?.pop()
  }

  of(prefix: string): string {
    return this.#uris.get(prefix)?.at(-1) ?? ''
  }
}

/**
 * Reads XML in pieces and tells `listener` what it meets; never holds the document.
 * A DTD is refused before anything in it can matter, and undeclared entities are errors in strict mode.
 */
export async function readXml(pieces: AsyncIterable<string>, listener: Listener): Promise<void> {
  const parser = sax.parser(true, { position: false })
  const bindings = new Bindings()
  let attributeCount = 0
  parser.ondoctype = () => {
    throw new Refusal(doctype())
  }
  parser.onerror = (error) => {
    throw new Refusal(/entity/i.test(error.message) ? doctype() : brokenZip())
  }
  parser.onattribute = () => {
    attributeCount += 1
    if (attributeCount > mostAttributes) throw new Refusal(tooManyAttributes(insideFile, mostAttributes))
  }
  parser.onopentag = ({ name, attributes }) => {
    attributeCount = 0
    if (bindings.depth >= deepest) throw new Refusal(tooDeep(insideFile, deepest))
    bindings.enter(attributes as Record<string, string>)
    const space = bindings.of(prefixOf(name))
    if (space === '' && name.includes(':')) throw new Refusal(brokenZip())
    const values: Record<string, string> = {}
    for (const [attribute, value] of Object.entries(attributes)) {
      if (attribute !== 'xmlns' && prefixOf(attribute) !== 'xmlns') values[localOf(attribute)] = value as string
    }
    listener.open({ name: localOf(name), space, attributes: values })
  }
  parser.onclosetag = (name) => {
    bindings.leave()
    listener.close?.(localOf(name))
  }
  parser.ontext = (text) => listener.text?.(text)
  parser.oncdata = (text) => listener.text?.(text)
  for await (const piece of pieces) parser.write(piece)
  parser.close()
}
