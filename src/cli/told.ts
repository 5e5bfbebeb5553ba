import { DataError } from '../catalogue/data-error.ts'
import { ConfigError } from '../config-error.ts'
import { AnnexError } from '../intake/annex-error.ts'
import { Refusal } from '../intake/refusal.ts'
import type { Language } from '../rulings/language.ts'

/** What to tell of an error that lies in what was asked or given; undefined for any other. */
export function told(error: unknown, language: Language): string | undefined {
  if (error instanceof Refusal || error instanceof AnnexError) return error.said[language]
  return error instanceof DataError || error instanceof ConfigError ? error.message : undefined
}
