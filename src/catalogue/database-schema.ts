import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Clause, Version } from '../lists/document.ts'
import type { Alternative, Board, Exception, Guide, Provenance } from '../lists/list.ts'
import { RecordedName, type Slots, type Wording } from '../lists/recorded-name.ts'
import { Rule } from '../lists/rule.ts'
import {
  type Basis,
  Body,
  Completeness,
  Effect,
  Grade,
  Kind,
  type Outcome,
  type Sentence,
  type Source,
} from '../lists/terms.ts'

/** The one row that says what is in the file. It is written last, in the same transaction as everything else. */
export const dataset = sqliteTable('dataset', {
  version: text('version').primaryKey(),
  contentHash: text('content_hash').notNull(),
  builtAt: text('built_at').notNull(),
  remarks: text('remarks', { mode: 'json' }).$type<readonly Sentence[]>().notNull(),
  /** The program that read and checked them: see programHash. */
  program: text('program').notNull(),
})

/** The files that were read, each with the SHA-256 of its bytes: what has none of another digest need not be read again. */
export const sources = sqliteTable('sources', {
  path: text('path').primaryKey(),
  digest: text('digest').notNull(),
})

export const regions = sqliteTable('regions', {
  code: text('code').primaryKey(),
  name: text('name').notNull(),
  parent: text('parent'),
  since: integer('since'),
})

export const replacedRegions = sqliteTable('replaced_regions', {
  code: text('code').primaryKey(),
  name: text('name').notNull(),
  since: integer('since'),
  until: integer('until'),
  to: text('to', { mode: 'json' }).$type<string[]>().notNull(),
})

export const documents = sqliteTable('documents', {
  id: text('id').primaryKey(),
  title: text('title').notNull(),
  number: text('number'),
  issuer: text('issuer'),
  versions: text('versions', { mode: 'json' }).$type<Version[]>(),
  successor: text('successor'),
  outlook: text('outlook', { mode: 'json' }).$type<Sentence>(),
  reviewed: text('reviewed'),
  issued: text('issued'),
  published: text('published'),
  from: text('from_day'),
  to: text('to_day'),
  read: text('read', { mode: 'json' }).$type<Sentence>(),
  clauses: text('clauses', { mode: 'json' }).$type<Clause[]>(),
})

export const rules = sqliteTable('rules', {
  id: text('id').primaryKey(),
  kind: text('kind', { enum: Kind.enum }).notNull(),
  purpose: text('purpose', { enum: Rule.properties.purpose.enum }).notNull(),
  region: text('region').notNull(),
  from: text('from_day'),
  to: text('to_day'),
  lists: text('lists', { mode: 'json' }).$type<string[]>().notNull(),
  outcomes: text('outcomes', { mode: 'json' }).$type<Outcome[]>(),
  text: text('text', { mode: 'json' }).$type<Sentence>().notNull(),
  grade: text('grade', { enum: Grade.enum }).notNull(),
  source: text('source', { mode: 'json' }).$type<Source>(),
  bases: text('bases', { mode: 'json' }).$type<Basis[]>(),
  body: text('body', { enum: Body.enum }),
})

export const statutoryBoards = sqliteTable('statutory_boards', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  alsoKnownAs: text('also_known_as', { mode: 'json' }).$type<string[]>(),
  region: text('region').notNull(),
  from: text('from_day'),
  to: text('to_day'),
  text: text('text', { mode: 'json' }).$type<Sentence>().notNull(),
  grade: text('grade', { enum: Grade.enum }).notNull(),
  source: text('source', { mode: 'json' }).$type<Source>(),
  bases: text('bases', { mode: 'json' }).$type<Basis[]>(),
  body: text('body', { enum: Body.enum }),
})

export const lists = sqliteTable('lists', {
  id: text('id').primaryKey(),
  annex: integer('annex'),
  kind: text('kind', { enum: Kind.enum }).notNull(),
  effect: text('effect', { enum: Effect.enum }).notNull(),
  title: text('title').notNull(),
  issuer: text('issuer').notNull(),
  custodian: text('custodian', { mode: 'json' }).$type<{ name: string; source: Source }>().notNull(),
  region: text('region').notNull(),
  from: text('from_day'),
  to: text('to_day'),
  annexFrom: text('annex_from'),
  completeness: text('completeness', { enum: Completeness.enum }).notNull(),
  grade: text('grade', { enum: Grade.enum }).notNull(),
  source: text('source', { mode: 'json' }).$type<Source>().notNull(),
  note: text('note', { mode: 'json' }).$type<Sentence>(),
  supply: text('supply', { mode: 'json' }).$type<Sentence>(),
  provenance: text('provenance', { mode: 'json' }).$type<Provenance>(),
  reviewed: text('reviewed').notNull(),
})

export const items = sqliteTable(
  'items',
  {
    list: text('list')
      .notNull()
      .references(() => lists.id),
    no: integer('no').notNull(),
    name: text('name').notNull(),
    subNames: text('sub_names', { mode: 'json' }).$type<string[]>(),
    subNamesOpen: integer('sub_names_open', { mode: 'boolean' }),
    category: text('category'),
    guide: text('guide', { mode: 'json' }).$type<Guide>(),
    board: text('board', { mode: 'json' }).$type<Board>(),
    exceptions: text('exceptions', { mode: 'json' }).$type<Exception[]>(),
    instead: text('instead', { mode: 'json' }).$type<Alternative[]>(),
    note: text('note', { mode: 'json' }).$type<Sentence>(),
    effect: text('effect', { enum: Effect.enum }),
    body: text('body', { enum: Body.enum }),
    grade: text('grade', { enum: Grade.enum }),
    source: text('source', { mode: 'json' }).$type<Source>(),
    bases: text('bases', { mode: 'json' }).$type<Basis[]>(),
    from: text('from_day'),
    to: text('to_day'),
  },
  (table) => [primaryKey({ columns: [table.list, table.no] })],
)

/** What the reading of names of a kind rests on beside the names themselves. */
export const nameWords = sqliteTable('name_words', {
  kind: text('kind', { enum: Kind.enum }).primaryKey(),
  wording: text('wording', { mode: 'json' }).$type<Wording>(),
  slots: text('slots', { mode: 'json' }).$type<Slots>(),
})

export const recordedNames = sqliteTable('recorded_names', {
  id: integer('id').primaryKey(),
  kind: text('kind', { enum: Kind.enum }).notNull(),
  names: text('names', { mode: 'json' }).$type<string[]>().notNull(),
  reading: text('reading', { enum: RecordedName.properties.reading.enum }).notNull(),
  items: text('items', { mode: 'json' }).$type<string[]>().notNull(),
  grade: text('grade', { enum: Grade.enum }).notNull(),
  source: text('source', { mode: 'json' }).$type<Source>(),
  reason: text('reason', { mode: 'json' }).$type<Sentence>(),
  instead: text('instead', { mode: 'json' }).$type<Alternative[]>(),
})
