/** What a program may conclude from each outcome, as README and the document say; null: ask a person. Not taken from the code. */
const allowedBy: Readonly<Record<string, boolean | null>> = {
  prohibited: false,
  permitted: true,
  conflicting: null,
  ambiguous: null,
  not_listed: false,
  undetermined: null,
  not_applicable: null,
}

/** What is wrong with the conclusions of all answers that stand anywhere in a JSON value. */
export function conclusionBreaches(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const within = Object.values(value).flatMap(conclusionBreaches)
  if (!('outcome' in value && 'allowed' in value)) return within
  const { outcome, allowed } = value
  return allowed === allowedBy[String(outcome)] ? within : [...within, `${outcome} is allowed: ${allowed}`]
}
