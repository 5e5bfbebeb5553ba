import fc from 'fast-check'

const encoder = new TextEncoder()

/** The three bytes that a lone surrogate would have in UTF-8, if it were allowed there. */
function loneSurrogate(unit: number): string {
  const bytes = [0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)]
  return bytes.map((byte) => `%${byte.toString(16).toUpperCase()}`).join('')
}

/** A text as it stands in an address. Lone surrogates become bytes that no UTF-8 has. */
export function encoded(text: string): string {
  return Array.from(text, (one) =>
    one.isWellFormed() ? encodeURIComponent(one) : loneSurrogate(one.charCodeAt(0)),
  ).join('')
}

/** Every byte of a text written out, which means the same (RFC 3986, 2.3) but is not what clients send. */
export function encodedThroughout(text: string): string {
  return [...encoder.encode(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
}

/** Texts that programs stumble over, well formed or not. */
export const hostileTexts: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      ' ',
      '\u3000',
      '\ufeff',
      '\u200b',
      '\0',
      '婚姻\0证明',
      '\u202e明证姻婚',
      '\u2067婚姻\u2069',
      '\ud800',
      '婚\udfff姻',
    ],
    ...[
      '\u0085',
      '\u2028',
      '\t',
      '\r\nX-A: 1',
      '.',
      '..',
      '../../etc/passwd',
      'a/b',
      '//',
      '\\',
      '?',
      '#',
      '%',
      '%00',
      '%2F',
    ],
    ...[
      '__proto__',
      'constructor',
      'toString',
      'null',
      'undefined',
      'NaN',
      'true',
      '[object Object]',
      '{}',
      '[]',
      '-1',
      '1e9',
    ],
    ...[
      "'",
      '"',
      "' OR 1=1 --",
      '<script>alert(1)</script>',
      '%{1}',
      '{{1}}',
      '=1+1',
      '𠮷'.repeat(200),
      '👩‍👩‍👧‍👦',
      '\u{10ffff}',
      '\ufffe',
      'İ',
      'ﬁ',
    ],
  ),
  // One letter under a flood of combining marks.
  fc.integer({ min: 1, max: 300 }).map((marks) => `证${'\u0301'.repeat(marks)}`),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 }).map((units) => String.fromCharCode(...units)),
  {
    arbitrary: fc
      .tuple(fc.constantFrom('a', '字', '𠮷'), fc.constantFrom(199, 200, 201, 999, 1000, 1001))
      .map(([one, times]) => one.repeat(times)),
    weight: 6,
  },
)

/** Pieces of an address that are not percent-encoded UTF-8, or barely. */
export const hostileEncodings: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...[
      '%',
      '%4',
      '%zz',
      '%E4%BD',
      '%BB%E9%D2%F6',
      '%ED%A0%80',
      '%C0%AF',
      '%F4%90%80%80',
      '%FF',
      '%u5A5A',
      '%25',
      '%2500',
    ],
    ...['+', '%2B', '%2f', '%5C', '%EF%BB%BF', '%00', '%E5%A9%9A%', '%25E5%25A9%259A'],
  ),
  fc
    .array(fc.integer({ min: 0, max: 255 }), { maxLength: 8 })
    .map((bytes) => bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')),
)
