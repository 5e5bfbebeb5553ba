import { key } from '../../names/normalise/plain.ts'
import { simplified } from '../../names/normalise/script.ts'

/**
 * Whether any of some texts contains what was searched for, compared as names are (width, spacing, brackets and traditional
 * characters make no difference). Without a search everything passes; a search for brackets alone finds nothing.
 */
export function searchFor(q: string | undefined): (texts: readonly string[]) => boolean {
  if (q === undefined) return () => true
  const wanted = simplified(key(q))
  return (texts) => wanted !== '' && texts.some((text) => key(text).includes(wanted))
}
