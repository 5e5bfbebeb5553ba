import type { AnnexDocument, Block } from '../../documents/blocks.ts'
import type { Place } from '../../documents/place-in-file.ts'
import type { Effect, Kind } from '../../lists/terms.ts'
import type { PlacedLine } from '../context.ts'
import { documentNumber, printedTitle } from '../title.ts'
import { effectOfTitle, kindOfTitle } from './kind-and-effect.ts'
import { linesAbove, linesBeside } from './lines-in.ts'
import { beforeDay, dayAlone, inForceFrom } from './printed-day.ts'

/** Something that a file prints of itself, and where. */
export interface Fact<Value extends string = string> {
  readonly value: Value
  /** Absent where a person gave it. */
  readonly place?: Place
}

/** What an annex prints of itself, as far as it can be told without a guess. */
export interface Facts {
  readonly kind?: Fact<Kind>
  readonly effect?: Fact<Effect>
  readonly title?: Fact
  readonly number?: Fact
  readonly issuer?: Fact
  /** 印发日期, a day or a month. */
  readonly issued?: Fact
  /** The day from which the file says that it is in force. */
  readonly from?: Fact
  readonly batch?: Fact
}

const bare = (text: string) => text.replace(/\s/g, '')

const ISSUER =
  /^(?:发文(?:机关|单位)|印发(?:机关|单位)|制定(?:机关|单位))?[：:]?([\p{Script=Han}]{2,22}?(?:局|厅|部|委员会|办公室|政府|中心|联合会|委|办))(?:文件)?$/u
const issuerIn = (text: string): string | undefined => ISSUER.exec(text.normalize('NFKC').replace(/\s/g, ''))?.[1]

/** Each only once: the same said twice is no contradiction. */
const single = (facts: readonly Fact[]): Fact | undefined =>
  new Set(facts.map(({ value }) => value)).size === 1 ? facts[0] : undefined

interface Signature {
  readonly issuer?: Fact
  readonly issued: Fact
  readonly lines: readonly PlacedLine[]
}

/** Those who sign, one below the other, with the day below them or behind the last. */
function signatures(lines: readonly PlacedLine[]): Signature[] {
  return lines.flatMap(({ place, text }, at): Signature[] => {
    const alone = dayAlone(text)
    const end = alone === undefined ? beforeDay(text) : undefined
    const here = end && issuerIn(end.before)
    const day = here === undefined ? alone : end?.day
    if (day === undefined) return []
    const own = here === undefined ? [] : [{ value: here, place }]
    const names = [...lastNames(lines.slice(0, at)), ...own]
    const [first] = names
    const issuer = first && { ...first, value: names.map(({ value }) => value).join('、') }
    return [
      {
        ...(issuer ? { issuer } : {}),
        issued: { value: day, place },
        lines: lines.slice(at - names.length + own.length, at + 1),
      },
    ]
  })
}

/** The names of bodies that the last of these lines consist of. */
function lastNames(lines: readonly PlacedLine[]): Fact[] {
  const end = lines.findLastIndex(({ text }) => issuerIn(text) === undefined)
  return heads(lines.slice(end + 1))
}

/** The lines that are the name of a body. */
function heads(above: readonly PlacedLine[]): Fact[] {
  return above.flatMap(({ place, text }) => {
    const name = issuerIn(text)
    return name === undefined ? [] : [{ value: name, place }]
  })
}

export interface FactsRead {
  readonly facts: Facts
  /** The lines beside title and list that they were read in. */
  readonly lines: readonly PlacedLine[]
}

/** Reads what a file prints of the list in one of its parts; a kind that a person gave decides what the title means. */
export function factsIn(document: AnnexDocument, part: readonly Block[], givenKind?: Kind): FactsRead {
  const above = linesAbove(part)
  const beside = linesBeside(document)
  const printed = printedTitle(
    above.map(({ text }) => text),
    new Set(),
  )
  const { title, batch } = printed
  const titleLine = above.find(({ text }) => title?.includes(bare(text)) && bare(text).length > 4)
  const inTitle = <Value extends string>(value: Value | undefined) =>
    value && titleLine && { value, place: titleLine.place }
  const kind = title === undefined ? undefined : (givenKind ?? kindOfTitle(title))
  const effect = title && kind && effectOfTitle(title, kind)
  const numbered = firstFact(beside, (text) => documentNumber([text]))
  const from = firstFact(beside, inForceFrom)
  const signed = signatures(beside)
  const found: { readonly [field in keyof Facts]: Fact | undefined } = {
    kind: inTitle(kind),
    effect: inTitle(effect || undefined),
    title: inTitle(title),
    number: numbered,
    issuer: single(signed.flatMap(({ issuer }) => issuer ?? [])) ?? single(heads(aboveTitle(beside, titleLine))),
    issued: single(signed.map(({ issued }) => issued)),
    from,
    batch: inTitle(batch),
  }
  const places = new Set([numbered?.place, from?.place])
  const used = new Set(signed.flatMap(({ lines }) => lines))
  return {
    facts: Object.fromEntries(Object.entries(found).filter(([, fact]) => fact !== undefined)),
    lines: beside.filter(
      (line) => used.has(line) || places.has(line.place) || issuerIn(line.text) === found.issuer?.value,
    ),
  }
}

/** The first line that says something, with what it says. */
function firstFact(lines: readonly PlacedLine[], read: (text: string) => string | undefined): Fact | undefined {
  const line = lines.find(({ text }) => read(text) !== undefined)
  return line && { value: read(line.text) as string, place: line.place }
}

/** The lines above the title, as of a red head: names of departments further down are headings of the list. */
function aboveTitle(lines: readonly PlacedLine[], title: PlacedLine | undefined): PlacedLine[] {
  const end = lines.findIndex(({ text }) => text === title?.text)
  return lines.slice(0, Math.max(0, end))
}
