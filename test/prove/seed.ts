/** The seed that PROVE_SEED gives. What is no whole number would be taken for NaN, and would repeat nothing. */
export function seedOf(text: string): number {
  const seed = Number(text)
  if (/^\d+$/.test(text) && Number.isSafeInteger(seed)) return seed
  process.stderr.write(`PROVE_SEED must be a whole number from 0 to ${Number.MAX_SAFE_INTEGER}, not "${text}".\n`)
  process.exit(2)
}
