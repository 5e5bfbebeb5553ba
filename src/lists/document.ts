import { type Static, Type } from 'typebox'
import { Day, prose, Sentence, Slug } from './terms.ts'

const closed = { additionalProperties: false }
const Words = Type.String({ ...prose, minLength: 1 })

/** A numbered part of a document whose words we hold, so that an answer can quote it. */
export const Clause = Type.Object({ no: Words, heading: Type.Optional(Words), text: Words }, closed)
export type Clause = Static<typeof Clause>

/**
 * A version of a law: the day on which it was adopted or amended, and the first and last day on which it is in force. These are
 * different days, often months apart.
 */
export const Version = Type.Object(
  { date: Day, from: Day, to: Type.Optional(Day), read: Type.Optional(Sentence) },
  closed,
)
export type Version = Static<typeof Version>

/** An instrument that answers rest on. What is not known of it (number, issuer, dates) is absent. */
export const Document = Type.Object(
  {
    id: Slug,
    title: Words,
    number: Type.Optional(Type.String({ minLength: 1, description: '文号' })),
    issuer: Type.Optional(Words),
    /** The versions of a law that are cited, the oldest first; articles are renumbered between versions. */
    versions: Type.Optional(Type.Array(Version, { minItems: 1 })),
    /** The law that takes its place, or has taken it. */
    successor: Type.Optional(Slug),
    /** What is said of a version to come, or of an end that is not certain. */
    outlook: Type.Optional(Sentence),
    /** The day on which what is cited of it was last held against its text. */
    reviewed: Type.Optional(Day),
    issued: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}(-\\d{2})?$', description: '印发日期,可只到月' })),
    published: Type.Optional(Day),
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    read: Type.Optional(Sentence),
    clauses: Type.Optional(Type.Array(Clause, { minItems: 1 })),
  },
  closed,
)
export type Document = Static<typeof Document>

/** data/documents.json */
export const DocumentsFile = Type.Array(Document)
