/** A row of a batch lies three deep. */
export const mostDepth = 32

/** A thousand rows with every field have 13,000. Four times as many are parsed in some 30 ms. */
export const mostParts = 50_000

const [quote, backslash, comma, colon, bracket, brace, bracketEnd, braceEnd] = Buffer.from('"\\,:[{]}')

/**
 * How deep the JSON of a body is nested and of how many parts it is: what its time to parse grows with, far more than with its length.
 * Two megabytes of brackets hold the event loop for 400 ms; they are counted in some. Whether it is JSON at all is not looked at.
 */
export function jsonSize(body: Buffer): { readonly depth: number; readonly parts: number } {
  let [depth, deepest, parts] = [0, 0, 0]
  for (let at = 0; at < body.length && parts <= mostParts && deepest <= mostDepth; at += 1) {
    const sign = body[at]
    if (sign === quote) at = endOfText(body, at)
    else if (sign === comma || sign === colon) parts += 1
    else if (sign === bracket || sign === brace) {
      parts += 1
      depth += 1
      deepest = Math.max(deepest, depth)
    } else if (sign === bracketEnd || sign === braceEnd) depth -= 1
  }
  return { depth: deepest, parts }
}

/** The place of the quote that ends the text begun at a place. */
function endOfText(body: Buffer, start: number): number {
  let at = start + 1
  while (at < body.length && body[at] !== quote) at += body[at] === backslash ? 2 : 1
  return at
}
