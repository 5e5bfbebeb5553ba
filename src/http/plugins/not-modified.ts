import { securityHeaderNames } from './security-headers.ts'

/**
 * Headers that are not sent again to a caller who has the answer already (304): they say how its body is to be taken, and those that came
 * with it hold on (RFC 9110, 15.4.5; RFC 9111, 3.2).
 */
export const saidWithTheBody: readonly string[] = [
  ...['content-type', 'content-length', 'content-language'],
  ...securityHeaderNames,
]
