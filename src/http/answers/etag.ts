const withoutWeakness = (tag: string) => tag.trim().replace(/^W\//, '')

/** Whether an If-None-Match header (RFC 9110, 13.1.2) names the tag; the comparison is the weak one. */
export function namesTag(header: string, tag: string): boolean {
  if (header === tag) return true
  const opaque = withoutWeakness(tag)
  return header.split(',').some((one) => one.trim() === '*' || withoutWeakness(one) === opaque)
}
