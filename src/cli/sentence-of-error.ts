import { ConfigError } from '../config/config-error.ts'
import { Refusal } from '../documents/refusal.ts'
import { AnnexError } from '../intake/annex-error.ts'
import { DataError } from '../lists/data-error.ts'
import type { Language } from '../lists/language.ts'

/** What to tell of an error that lies in what was asked or given; undefined for any other. */
export function told(error: unknown, language: Language): string | undefined {
  if (error instanceof Refusal || error instanceof AnnexError) return error.said[language]
  return error instanceof DataError || error instanceof ConfigError ? error.message : undefined
}
