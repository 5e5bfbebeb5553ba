// Writes src/names/normalise/syllables.ts from pinyin-pro.  node scripts/syllables.ts
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { syllablesText } from './syllables-text.ts'

writeFileSync(join(import.meta.dirname, '../src/names/normalise/syllables.ts'), syllablesText())
