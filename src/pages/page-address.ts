import type { Question } from '../rulings/question.ts'

export type Parameters = Readonly<Record<string, string | undefined>>

/** A path with its parameters in the order given; what is undefined is left out. */
export function address(path: string, parameters: Parameters = {}): string {
  const query = Object.entries(parameters)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]))
    .join('&')
  return query === '' ? path : `${path}?${query}`
}

/** The parameters that carry a whole question, day and place included: the same address asks the same for ever. */
export function parametersOf({ kind, name, region, on, issuer, body }: Question): Parameters {
  return { kind, name, region, on, issuer, body }
}
