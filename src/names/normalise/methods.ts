/**
 * How a name led to an item, from the least to the most that had to be read into it. An answer reports the last of these
 * that was applied (`id`: asked by the stable id of the item, so nothing was read); docs/names.md explains each with an example.
 */
export const METHODS = [
  'id',
  'exact',
  'width',
  'spacing',
  'punctuation',
  'numbering',
  'script',
  'note',
  'trailing',
  'wrapper',
  'issuer',
  'place',
  'filler',
  'sub_name',
  'synonym',
  'composed',
  'typo',
] as const

export type Method = (typeof METHODS)[number]

/** The most significant of the rules applied: the one that says most about how far the name is from the printed one. */
export function mostSignificant(methods: readonly Method[]): Method {
  return methods.reduce((best, method) => (METHODS.indexOf(method) > METHODS.indexOf(best) ? method : best), 'exact')
}
