import { type Static, Type } from 'typebox'
import {
  Bases,
  Body,
  Completeness,
  Day,
  Effect,
  Grade,
  itemNo,
  Kind,
  oneOf,
  prose,
  RegionCode,
  Sentence,
  Slug,
  Source,
} from './terms.ts'

const closed = { additionalProperties: false }
const Words = Type.String({ ...prose, minLength: 1 })

/** A case in which the item does not apply. */
export const Exception = Type.Object({ text: Sentence, grade: Grade, source: Source }, closed)
export type Exception = Static<typeof Exception>

/** What to use, or whom to ask, instead of a paper from the village. `from` and `to` are the first and last day it holds. */
export const Alternative = Type.Object(
  { text: Sentence, grade: Grade, source: Source, from: Type.Optional(Day), to: Type.Optional(Day) },
  closed,
)
export type Alternative = Static<typeof Alternative>

/** 办事指南: how a certificate that may be issued is issued, in the words of the list. */
export const Guide = Type.Object(
  {
    use: Type.Optional(Words),
    basis: Type.Optional(Words),
    requestedBy: Type.Optional(Words),
    conditions: Type.Optional(Words),
    applicants: Type.Optional(Words),
    materials: Type.Optional(Words),
    procedure: Type.Optional(Words),
    timeLimit: Type.Optional(Words),
    validity: Type.Optional(Words),
    fee: Type.Optional(Words),
    office: Type.Optional(Words),
    hours: Type.Optional(Words),
    phone: Type.Optional(Words),
    form: Type.Optional(Words),
  },
  closed,
)
export type Guide = Static<typeof Guide>

/** Where and how a board hangs: outside or inside, as 标牌 or 标识, at which spot, in which size and material. */
export const Board = Type.Object(
  {
    place: oneOf(['exterior', 'interior']),
    sign: Type.Optional(Words),
    position: Type.Optional(Words),
    size: Type.Optional(Words),
    material: Type.Optional(Words),
    colour: Type.Optional(Words),
    quantity: Type.Optional(Words),
  },
  closed,
)
export type Board = Static<typeof Board>

export const Item = Type.Object(
  {
    no: Type.Integer(itemNo),
    name: Words,
    subNames: Type.Optional(Type.Array(Words, { minItems: 1, description: '清单在名称后括号内印出的名称' })),
    subNamesOpen: Type.Optional(Type.Boolean({ description: '括号以“等”结尾，即未列全' })),
    category: Type.Optional(Words),
    guide: Type.Optional(Guide),
    board: Type.Optional(Board),
    exceptions: Type.Optional(Type.Array(Exception, { minItems: 1 })),
    instead: Type.Optional(Type.Array(Alternative, { minItems: 1 })),
    note: Type.Optional(Sentence),
    /** Where an item means something else than its list, or binds one kind of committee only. */
    effect: Type.Optional(Effect),
    body: Type.Optional(Body),
    grade: Type.Optional(Grade),
    source: Type.Optional(Source),
    /** Instead of a source: the versions of law through which the item stands. It holds on the days on which one of them does. */
    bases: Type.Optional(Bases),
    from: Type.Optional(Day),
    to: Type.Optional(Day),
  },
  closed,
)
export type Item = Static<typeof Item>

/** The attachment a list was imported from: what makes it possible to prove that these are its words. */
export const Provenance = Type.Object(
  {
    file: Words,
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$', maxLength: 64 }),
    printedTitle: Type.Optional(Words),
    batch: Type.Optional(Words),
    number: Type.Optional(Words),
    imported: Type.Optional(Day),
  },
  closed,
)
export type Provenance = Static<typeof Provenance>

/** data/lists/<id>.json: one list. Dates are the first and the last day it is in force; absent means not known. */
export const ListFile = Type.Object(
  {
    id: Slug,
    annex: Type.Optional(Type.Integer({ minimum: 1, maximum: 7, description: '通知的附件号' })),
    kind: Kind,
    effect: Effect,
    title: Words,
    issuer: Words,
    custodian: Type.Object({ name: Words, source: Source }, closed),
    region: RegionCode,
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    /** The first day of the annex itself, where law stands in for it that is older: the list takes it over with the annex. */
    annexFrom: Type.Optional(Day),
    completeness: Completeness,
    grade: Grade,
    source: Source,
    note: Type.Optional(Sentence),
    supply: Type.Optional(Sentence),
    provenance: Type.Optional(Provenance),
    reviewed: Day,
    items: Type.Array(Item),
  },
  closed,
)
export type ListFile = Static<typeof ListFile>
