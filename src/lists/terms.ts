import { type Static, Type } from 'typebox'

/** Languages in which sentences for people are given. Names, titles and quotations stay as printed. */
export type Language = keyof Sentence

/** One of a fixed set of words; the type is spelled out because OpenAPI tools expect it beside `enum`. */
export const oneOf = <Word extends string, Words extends Word[]>(words: readonly [...Words]) =>
  Type.Enum<Words>(words, { type: 'string' })

/** The three questions the lists answer: a certificate a village would issue, a board at its office, work given to it. */
export const Kind = oneOf(['certificate', 'signboard', 'task'])
export type Kind = Static<typeof Kind>

/** What it means to stand on a list. `own_duty` and `assists` are the two ways in which work may lie with a village. */
export const Effect = oneOf(['prohibits', 'permits', 'own_duty', 'assists'])
export type Effect = Static<typeof Effect>

/** What it can mean to stand on a list of each kind. */
export const effectsOf: Readonly<Record<Kind, readonly Effect[]>> = {
  certificate: ['prohibits', 'permits'],
  signboard: ['prohibits', 'permits'],
  task: ['prohibits', 'permits', 'own_duty', 'assists'],
}

/** Whom an item binds, where it is not both: villagers' committees (村民委员会) or residents' committees (居民委员会). */
export const Body = oneOf(['village', 'community'])
export type Body = Static<typeof Body>

/** What may come of a question; see docs of the answer in rulings. */
export const outcomes = [
  'prohibited',
  'permitted',
  'conflicting',
  'ambiguous',
  'not_listed',
  'undetermined',
  'not_applicable',
] as const
export const Outcome = oneOf([...outcomes])
export type Outcome = Static<typeof Outcome>

/** Whether a list's silence means anything: only a complete list speaks by silence. */
export const Completeness = oneOf(['complete', 'partial', 'absent'])
export type Completeness = Static<typeof Completeness>

/** official: the words of the official text; reference: compiled from named official texts; editorial: our own reading. */
export const Grade = oneOf(['official', 'reference', 'editorial'])
export type Grade = Static<typeof Grade>

/** A calendar day, YYYY-MM-DD, in Asia/Shanghai. */
export const Day = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$', maxLength: 10 })

/** GB/T 2260 code: six digits, 100000 for the whole country. */
export const RegionCode = Type.String({ pattern: '^[1-9]\\d{5}$', maxLength: 6 })
export const isRegionCode = (text: string): boolean => /^[1-9]\d{5}$/.test(text)

/** Identifier of a document, list or rule: lower-case ASCII, so that it can stand in an address. */
export const Slug = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 80 })

/** Number of an item within its list, at most what an address may name. */
export const itemNo = { minimum: 1, maximum: 9_999_999, format: 'int32' }

/** How many there are of something. */
export const count = { minimum: 0, maximum: 2 ** 31 - 1, format: 'int32' }

/**
 * Marks the words of a list, a document or a sentence made of them: as long as its source has it and with whatever characters
 * stand there, so that no limit or pattern could be promised.
 */
export const prose = { contentMediaType: 'text/plain' }

/** A sentence for people in both languages of the service. */
export const Sentence = Type.Object(
  { zh: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) },
  { additionalProperties: false },
)
export type Sentence = Static<typeof Sentence>

const source = {
  document: Slug,
  /** Which version of a law: the day it was adopted or amended, as `versions` of the document has it. */
  version: Type.Optional(Day),
  clause: Type.Optional(Type.String({ minLength: 1, description: '条、款、项或章节，照原文写法' })),
}

/** Where a statement comes from: a document of documents.json, and the place in it. It holds on the days on which that version does. */
export const Source = Type.Object(source, { additionalProperties: false })
export type Source = Static<typeof Source>

/** One of the versions of law through which something stands: its own article, and what it says otherwise than the others. */
export const Basis = Type.Object(
  {
    ...source,
    /** Where the article begins or ends within its version: a newer law may take its place without repealing it. */
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    effect: Type.Optional(Effect),
    body: Type.Optional(Body),
  },
  { additionalProperties: false },
)
export type Basis = Static<typeof Basis>

/** What something rests on, one after another or side by side. */
export const Bases = Type.Array(Basis, { minItems: 1 })
