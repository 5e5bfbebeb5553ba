import type { Kind } from '../../lists/terms.ts'
import { key } from '../../names/normalise/plain.ts'
import type { BracketReading } from '../options.ts'

/** A name without the bracket at its end, and what the bracket holds. */
export interface Split {
  readonly name: string
  readonly inside: string
}

const CLOSING: Readonly<Record<string, string>> = {
  '）': '（(',
  ')': '（(',
  '］': '［[',
  ']': '［[',
  '〕': '〔',
  '】': '【',
}

/** Splits off the bracket that ends a name; brackets inside the name, as in 居（租）住证明, are its own. */
export function endBracket(text: string): Split | undefined {
  const opening = CLOSING[text.at(-1) ?? '']
  if (!opening) return undefined
  let depth = 0
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const letter = text[at] as string
    if (Object.hasOwn(CLOSING, letter)) depth += 1
    else if (/[（([［〔【]/.test(letter)) depth -= 1
    if (depth === 0)
      return at > 0 && opening.includes(letter)
        ? { name: text.slice(0, at), inside: text.slice(at + 1, -1) }
        : undefined
  }
  return undefined
}

/** Names in a bracket, and whether it ends in 等, so that there are more. */
export interface PrintedNames {
  readonly names: string[]
  readonly open: boolean
}

const LEAD = /^(含|包含|包括|即|又称|也称|亦称|俗称|简称|或称?)[：:]?/
const EXAMPLE = /^(如|例如|比如)[：:]?/
const ETC = /(等|等等|……|…)(证明)?$/

/** The names in a bracket or a cell: separated by 、 mostly. A dash that says that there are none is no name. */
export function printedNames(inside: string): PrintedNames {
  const bare = inside.trim().replace(LEAD, '').replace(EXAMPLE, '')
  const names = bare
    .replace(ETC, '')
    .split(/[、，,；;\n]/)
    .map((name) => name.replace(/\s+/g, '').replace(/[。.]$/, ''))
    .filter((name) => key(name) !== '')
  return { names, open: ETC.test(bare) || EXAMPLE.test(inside.trim()) }
}

const CERTIFICATE = /证明(书|信|函|表|材料)?$/
const BASIS = /《.+》|第[一二三四五六七八九十百\d]+条|〔\d{4}〕\d+号/
/** Known to be no names: batches, versions, the form's variants in official titles such as 死亡医学证明（推断）. */
const PART = /^(第[一二三四五六七八九十]+批|推断|试行|暂行|修订|新增|新版|样例.*|原件|复印件|样表)$/

/** 含补缴: without a list of things, which might be short for names. */
const COVERS = /^(含|包含|包括)[^、，,；;和及]+$/

/**
 * What a bracket at the end of a name is. `undefined` where a person must say: (低收入、无固定收入) may be short for names, and
 * (公证除外) changes what the item means.
 */
export function readBracket(inside: string, kind: Kind): BracketReading | 'basis' | undefined {
  const text = inside.trim()
  if (BASIS.test(text)) return 'basis'
  if (PART.test(text.normalize('NFKC'))) return 'part'
  // 缴费证明（含补缴）: a case that the paper covers, no paper.
  if (COVERS.test(text) && !/证明|等/.test(text)) return 'part'
  // The wording of a duty is a sentence: what it puts in brackets is part of it.
  if (kind === 'task') return 'part'
  const { names } = printedNames(text)
  if (
    kind === 'certificate' &&
    names.length > 0 &&
    names.every((name) => CERTIFICATE.test(name) && !/除外|不含|仅限|不包括/.test(name))
  )
    return 'names'
  return undefined
}
