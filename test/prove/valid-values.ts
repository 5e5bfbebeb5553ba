import fc from 'fast-check'
import { deviations, resolve, type Schema } from './documented.ts'
import { hostileTexts } from './hostile-texts.ts'

/** Words of the data by the name of the parameter that may hold them, so that what is asked about is also there. */
export type Words = Readonly<Record<string, readonly string[]>>

const days = fc.oneof(
  fc.constantFrom('2026-11-22', '2024-02-29', '0001-01-01', '9999-12-31', '2023-08-30', '2023-08-31'),
  fc
    .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
)

/** Texts of any kind that a schema allows, up to its limits. */
function texts(name: string, schema: Schema, words: Words): fc.Arbitrary<string> {
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.format === 'date') return days
  const { pattern = '', maxLength = 200 } = schema
  const allowed = (text: string) => deviations(schema, text).length === 0
  // The library makes texts from patterns without look-ahead and classes of Unicode; others are made and then sieved.
  const made =
    (pattern.includes('\\') && !/\\[^d]|\(\?/.test(pattern)) || pattern === '^[a-z0-9-]+$'
      ? fc.stringMatching(new RegExp(pattern)).filter(allowed)
      : fc
          .oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(maxLength, 20) }), hostileTexts)
          .filter(allowed)
  const longest = ['1', 'a', '字', '𠮷'].map((one) => one.repeat(maxLength)).filter(allowed)
  const known = (words[name] ?? []).filter(allowed)
  return fc.oneof(
    { arbitrary: made, weight: 2 },
    ...(known.length > 0 ? [{ arbitrary: fc.constantFrom(...known), weight: 5 }] : []),
    ...(longest.length > 0 ? [{ arbitrary: fc.constantFrom(...longest), weight: 1 }] : []),
  )
}

function numbers({ minimum = -1e9, maximum = 1e9 }: Schema): fc.Arbitrary<number> {
  const near = Math.min(maximum, minimum + 30)
  return fc.oneof(
    fc.constantFrom(minimum, maximum),
    fc.integer({ min: minimum, max: near }),
    fc.integer({ min: minimum, max: maximum }),
  )
}

/** Values that a schema of the document allows. `name` is that of the parameter or field. */
export function validValues(name: string, written: Schema, words: Words): fc.Arbitrary<unknown> {
  const schema = resolve<Schema>(written)
  const type = [schema.type].flat()
  if (type.length > 1)
    return fc.oneof(...type.map((one) => validValues(name, { ...schema, type: one as string }, words)))
  switch (type[0]) {
    case 'object': {
      const { properties = {}, required = [] } = schema
      const fields = Object.entries(properties).map(([key, one]) => [key, validValues(key, one, words)] as const)
      return fc.record(Object.fromEntries(fields), { requiredKeys: [...required], noNullPrototype: true })
    }
    case 'array': {
      const { items = {}, minItems = 0 } = schema
      return fc.array(validValues(name, items, words), { minLength: minItems, maxLength: Math.max(minItems, 5) })
    }
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return numbers(schema)
    case 'number':
      return fc.oneof(numbers(schema), fc.double({ min: -1e6, max: 1e6, noNaN: true }))
    default:
      return texts(name, schema, words)
  }
}
