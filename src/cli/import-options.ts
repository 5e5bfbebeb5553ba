import { InvalidArgumentError } from 'commander'
import type { BracketReading, ColumnChoice } from '../intake/options.ts'
import { FIELDS, type Field, isField } from '../intake/table/field.ts'
import { termOf } from '../intake/table/header-vocabulary.ts'
import { isInCalendar } from '../lists/days.ts'

const invalid = (text: string): never => {
  throw new InvalidArgumentError(`'${text}'`)
}

/** A field by its name in files, its Chinese label, or any header that would be recognised as it. */
function field(word: string): Field | undefined {
  if (isField(word)) return word
  const labelled = Object.entries(FIELDS).find(([, label]) => label.zh === word)?.[0]
  return labelled && isField(labelled)
    ? labelled
    : (termOf(word, 'certificate', []) ?? termOf(word, 'signboard', []))?.field
}

/** 3=name, T2C3=basis */
export function columnChoice(text: string, before: readonly ColumnChoice[] = []): ColumnChoice[] {
  const parts = /^(?:T(\d+(?:\.\d+)*)C)?(\d+)=(.+)$/i.exec(text)
  const meaning = field(parts?.[3] ?? '')
  if (!parts || !meaning) return invalid(text)
  const [, table, column] = parts
  return [...before, { column: Number(column), field: meaning, ...(table ? { table } : {}) }]
}

const MOST = 10_000

const range = (from: string, to: string, name: (n: number) => string, text: string): string[] => {
  const count = Number(to) - Number(from) + 1
  return count > 0 && count <= MOST ? Array.from({ length: count }, (_, at) => name(Number(from) + at)) : invalid(text)
}

/** T1R5, T1R5-R9, P7 and P7-P9, with commas between. */
export function rowNames(text: string, before: readonly string[] = []): string[] {
  const names = text
    .toUpperCase()
    .split(/[,，]/)
    .flatMap((part) => {
      const rows = /^(T\d+(?:\.\d+)*R)(\d+)(?:-R?(\d+))?$/.exec(part)
      if (rows?.[1] && rows[2]) return range(rows[2], rows[3] ?? rows[2], (n) => `${rows[1]}${n}`, text)
      const paragraphs = /^P(\d+)(?:-P?(\d+))?$/.exec(part)
      if (paragraphs?.[1]) return range(paragraphs[1], paragraphs[2] ?? paragraphs[1], (n) => `P${n}`, text)
      return invalid(text)
    })
  return [...before, ...names]
}

/** T2, T2-T9 */
export function tableNames(text: string, before: readonly string[] = []): string[] {
  const names = text
    .toUpperCase()
    .split(/[,，]/)
    .flatMap((part) => {
      if (/^T\d+(\.\d+)+$/.test(part)) return [part]
      const tables = /^T(\d+)(?:-T?(\d+))?$/.exec(part)
      return tables?.[1] ? range(tables[1], tables[2] ?? tables[1], (n) => `T${n}`, text) : invalid(text)
    })
  return [...before, ...names]
}

/** Rows and paragraphs, and tables with what lies on them: T1R5, P7, T2. */
export const keptNames = (text: string, before: readonly string[] = []): string[] =>
  text
    .split(/[,，]/)
    .reduce(
      (names, part) => (/^T[\d.]+(?:-T?\d+)?$/i.test(part) ? tableNames(part, names) : rowNames(part, names)),
      [...before],
    )

/** T1R5=names */
export function bracketChoice(
  text: string,
  before: ReadonlyMap<string, BracketReading> = new Map(),
): Map<string, BracketReading> {
  const parts = /^(T\d+(?:\.\d+)*R\d+|P\d+)=(names|part|note)$/i.exec(text)
  if (!parts?.[1]) return invalid(text)
  return new Map([...before, [parts[1].toUpperCase(), parts[2]?.toLowerCase() as BracketReading]])
}

/** A calendar day that exists. */
export function day(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isInCalendar(text) ? text : invalid(text)
}
