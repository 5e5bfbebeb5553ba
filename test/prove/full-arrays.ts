import { deviations, resolve, type Schema } from './documented.ts'

/** The smallest value that a schema allows. */
function smallest(written: Schema): unknown {
  const schema = resolve<Schema>(written)
  const { properties = {}, required = [], items = {}, minItems = 0, minLength = 0 } = schema
  if (schema.type === 'array') return Array.from({ length: minItems }, () => smallest(items))
  if (schema.type === 'object')
    return Object.fromEntries(required.map((key) => [key, smallest(properties[key] as Schema)]))
  const found = [...(schema.enum ?? []), 'a'.repeat(minLength)].find((one) => deviations(schema, one).length === 0)
  if (found === undefined) throw new Error(`no small value is known for ${JSON.stringify(schema)}`)
  return found
}

/**
 * Values as small as a schema allows but for one array in each, which is as long as it may be, or by some elements longer. There is a
 * value for every array with a limit.
 */
export function withFullArray(written: Schema, tooMany: number): unknown[] {
  const schema = resolve<Schema>(written)
  const { properties = {}, items = {}, maxItems } = schema
  if (maxItems !== undefined) return [Array.from({ length: maxItems + tooMany }, () => smallest(items))]
  return Object.entries(properties).flatMap(([key, one]) =>
    withFullArray(one, tooMany).map((value) => ({ ...(smallest(schema) as object), [key]: value })),
  )
}
