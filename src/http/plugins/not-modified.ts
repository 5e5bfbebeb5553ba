import { securityHeaderNames } from './security-headers.ts'

const withoutWeakness = (tag: string) => tag.trim().replace(/^W\//, '')

/** Whether an If-None-Match header (RFC 9110, 13.1.2) names the tag; the comparison is the weak one. */
export function namesTag(header: string, tag: string): boolean {
  if (header === tag) return true
  const opaque = withoutWeakness(tag)
  return header.split(',').some((one) => one.trim() === '*' || withoutWeakness(one) === opaque)
}

/**
 * Headers that are not sent again to a caller who has the answer already (304): they say how its body is to be taken, and those that came
 * with it hold on (RFC 9110, 15.4.5; RFC 9111, 3.2).
 */
export const saidWithTheBody: readonly string[] = [
  ...['content-type', 'content-length', 'content-language'],
  ...securityHeaderNames,
]
