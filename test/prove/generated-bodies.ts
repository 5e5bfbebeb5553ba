import fc from 'fast-check'
import type { Schema } from './documented.ts'
import { withFullArray } from './full-arrays.ts'
import { hostileTexts } from './hostile-texts.ts'
import { often } from './often.ts'
import { validValues, type Words } from './valid-values.ts'

type Place = readonly (string | number)[]

/** Every place in a JSON value, the whole first. */
function placesIn(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [at]
  return [at, ...Object.entries(value).flatMap(([key, one]) => placesIn(one, [...at, key]))]
}

/** What stands in one place of a JSON value. */
function standing(value: unknown, place: Place): unknown {
  return place.reduce((at, key) => (at as Record<string, unknown>)[key], value)
}

/** Every place of a JSON value in which an object stands. */
function objectsIn(value: unknown): Place[] {
  return placesIn(value).filter((place) => {
    const one = standing(value, place)
    return typeof one === 'object' && one !== null && !Array.isArray(one)
  })
}

/** A copy of a JSON value with another in one place of it. */
function replaced(value: unknown, [key, ...rest]: Place, by: unknown): unknown {
  if (key === undefined) return by
  const copy = structuredClone(value) as Record<string, unknown>
  copy[key] = replaced(copy[key], rest, by)
  return copy
}

const junk = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    0,
    1,
    -1,
    1.5,
    1e308,
    true,
    false,
    [],
    {},
    [[]],
    ['婚姻'],
    [null],
    { name: 'x' },
    '5',
    'true',
  ),
  hostileTexts,
  fc.jsonValue({ maxDepth: 2 }),
)

/** A copy of a JSON value without what stands in one place of it. */
function without(value: unknown, place: Place): unknown {
  const copy = structuredClone(value)
  const parent = standing(copy, place.slice(0, -1)) as object
  if (place.length > 0) Reflect.deleteProperty(parent, place.at(-1) as string)
  return copy
}

/** Fields that no schema knows; the last two are those by which JSON poisons prototypes, so they come more often. */
const unknownFields = fc.constantFrom('x', 'Name', '', ...['__proto__', '__proto__', 'constructor', 'constructor'])

/** A body that the document allows, with something else in one place, with one field less or with one more. */
function spoilt(body: unknown): fc.Arbitrary<unknown> {
  const at = fc.constantFrom(...placesIn(body))
  const changed = fc.tuple(at, junk).map(([place, by]) => replaced(body, place, by))
  const less = at.map((place) => without(body, place))
  const more = fc
    .tuple(fc.constantFrom(...objectsIn(body)), unknownFields, fc.constantFrom<unknown>(1, null, {}, { name: 'x' }))
    .map(([place, key, value]) => replaced(body, place, { ...(standing(body, place) as object), [key]: value }))
  return fc.oneof({ arbitrary: changed, weight: 3 }, { arbitrary: less, weight: 1 }, { arbitrary: more, weight: 2 })
}

const mebibyte = 1024 * 1024

/** Bytes that are no JSON, or only just. */
function misshapen(text: string): fc.Arbitrary<Buffer> {
  const bytes = Buffer.from(text)
  const quote = text.lastIndexOf('"')
  const padded = [mebibyte, mebibyte + 1, 2 * mebibyte, 2 * mebibyte + 1]
  return fc.oneof(
    fc.nat(bytes.length).map((length) => bytes.subarray(0, length)),
    fc
      .constantFrom(
        '',
        ' ',
        'null',
        '[]',
        '"x"',
        '{',
        '{}x',
        "{'a':1}",
        '{"a":1,}',
        '\ufeff{}',
        '{"a":NaN}',
        '{"a":"\\ud800"}',
        '{"a":"\\x"}',
      )
      .map((one) => Buffer.from(one)),
    fc.constantFrom(10, 100_000).map((depth) => Buffer.from('['.repeat(depth) + ']'.repeat(depth))),
    fc
      .constantFrom(0xff, 0xbb, 0xc0, 0x00)
      .map((byte) => Buffer.concat([bytes.subarray(0, -1), Buffer.of(byte), bytes.subarray(-1)])),
    // 婚姻 in GBK at the end of the last string.
    fc.constant(
      Buffer.concat([
        Buffer.from(text.slice(0, quote)),
        Buffer.of(0xbb, 0xe9, 0xd2, 0xf6),
        Buffer.from(text.slice(quote)),
      ]),
    ),
    {
      arbitrary: fc
        .constantFrom(...padded)
        .map((size) => Buffer.concat([bytes, Buffer.alloc(Math.max(0, size - bytes.length), ' ')])),
      weight: 4,
    },
  )
}

/** Bodies of requests: such as the document allows, and such as have something wrong. */
export function bodies(schema: Schema, words: Words): fc.Arbitrary<Buffer | undefined> {
  const valid = validValues('body', schema, words)
  const asBytes = (value: unknown) => Buffer.from(JSON.stringify(value))
  return fc.oneof(
    { arbitrary: valid.map(asBytes), weight: often },
    { arbitrary: valid.chain(spoilt).map(asBytes), weight: often / 2 },
    { arbitrary: valid.chain((value) => misshapen(JSON.stringify(value))), weight: 4 },
    { arbitrary: fc.constant(undefined), weight: 1 },
    { arbitrary: fc.constantFrom(...withFullArray(schema, 0)).map(asBytes), weight: 2 },
    { arbitrary: fc.constantFrom(...withFullArray(schema, 1)).map(asBytes), weight: 2 },
  )
}
