import type { Sentence } from '../../lists/terms.ts'

/** What only a broken client sends, and what is wrong with it. Each is tried on the name as it was sent. */
const FAULTS: readonly (readonly [RegExp, Sentence])[] = [
  [
    /%[0-9a-f]{2}%[0-9a-f]{2}|%u[0-9a-f]{4}/iu,
    {
      zh: '名称编码了两次：请求中仍有百分号编码，请只编码一次',
      en: 'the name was encoded twice: it still holds percent-encoding; encode it once',
    },
  ],
  [
    /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|amp|lt|gt|quot|nbsp);/iu,
    {
      zh: '名称含有 HTML 字符引用（如 &#23130;），请还原为文字后再发送',
      en: 'the name holds HTML character references such as &#23130;; send the characters themselves',
    },
  ],
  [
    /\\u[0-9a-f]{4}/iu,
    {
      zh: '名称含有 \\u 转义，请还原为文字后再发送',
      en: 'the name holds \\u escapes; send the characters themselves',
    },
  ],
  [
    /\ufffd|[\u00c3-\u00f4][\u0080-\u00bf\u2018-\u201e\u2020-\u203a\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u20ac\u2122]/u,
    {
      zh: '名称的字符编码有误（以错误的字符集读写过），请以 UTF-8 发送',
      en: 'the characters of the name are damaged: it was read or written in a wrong character set; send UTF-8',
    },
  ],
  [
    /^[?？\s]+$|[?？]{2}.*[?？]{2}|[?？]{3}/u,
    {
      zh: '名称中的文字变成了问号：在发送之前已经丢失，请以 UTF-8 发送',
      en: 'the characters of the name have become question marks: they were lost before it was sent; send UTF-8',
    },
  ],
  [
    /^(?:undefined|null|nan|none|\[object object\])$/iu,
    {
      zh: '名称是程序里的空值（如 undefined），没有填入真正的名称',
      en: 'the name is an empty value of a program, such as undefined, and not a name',
    },
  ],
  [
    /^[$#]?\{{1,2}[ -z|~]*\}{1,2}$|^<%?=?\s*\w+\s*%?>$|^:[a-z_]\w*$|^%s$|^%7Bname%7D$/iu,
    {
      zh: '名称是没有替换的占位符（如 {name}）',
      en: 'the name is a placeholder that was not filled in, such as {name}',
    },
  ],
]

/** What is wrong with a name that no person wrote; undefined where nothing is. */
export function brokenBy(name: string): Sentence | undefined {
  const text = name.trim()
  return FAULTS.find(([fault]) => fault.test(text))?.[1]
}
