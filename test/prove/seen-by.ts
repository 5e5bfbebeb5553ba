/** What inject makes of a target, as every client that follows RFC 3986 does: dots in a path are resolved. */
export function seenBy(target: string): string {
  const { pathname, search } = new URL(target, 'http://localhost')
  return pathname + search
}
