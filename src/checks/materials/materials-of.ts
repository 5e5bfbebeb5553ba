import { key } from '../../names/normalise/plain.ts'
import type { Judge } from '../judge.ts'
import { cellName } from '../written-name.ts'
import { endsLikePaper } from './paper.ts'
import { splitMaterials } from './split.ts'

/** No cell of a service guide lists more; a hostile one would multiply its own length in the report. In characters and in materials. */
const longestList = 5_000
const mostMaterials = 100

/** The materials of a cell, which a person has to read where they are too many. A cell whose whole text a list has as a name is that name, whatever separators it holds. */
export function materialsOf(text: string, judge: Judge): string[] {
  const parts = text.length > longestList ? [] : splitMaterials(text)
  if (parts.length === 0 || parts.length > mostMaterials) return [text]
  if (parts.length === 1) return parts
  const whole = cellName(text)
  const match = whole.state === 'name' && judge('certificate', whole.name).match
  return match && !namesOthersBefore(parts, match.matched) ? [whole.name] : parts
}

/**
 * Whether other papers stand before the one that was recognised. 身份证、户口簿、村委会出具的婚姻状况证明 reads as a whole like a
 * name with its issuer before it, and two papers would go unjudged.
 */
function namesOthersBefore(parts: readonly string[], matched: string): boolean {
  const name = key(matched)
  const holds = (part: string) => key(part).includes(name) || name.includes(key(part))
  return parts.slice(0, Math.max(parts.findIndex(holds), 0)).some(endsLikePaper)
}
