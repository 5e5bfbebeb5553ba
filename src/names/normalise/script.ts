import { ConverterFactory } from 'opencc-js/core'
import compatibility from 'opencc-js/dict/CJK_Compatibility_Ideographs'
import characters from 'opencc-js/dict/TSCharacters'
import phrases from 'opencc-js/dict/TSPhrases'

/** The steps of OpenCC's t2s, without the tables of Hong Kong and Taiwan that come with its preset. */
const steps = [[compatibility], [phrases, characters]]

/** Every character that some step replaces. A text without one stays as it is. */
const replaced = new Set(
  steps.flat().flatMap((table) =>
    table.split('|').flatMap((entry) => {
      const [from = '', to = ''] = entry.split(' ')
      return [...from].filter((sign) => !to.includes(sign))
    }),
  ),
)

/** Made when first needed: its tables take some megabytes, and nearly all callers write as the mainland does. */
let convert: ((text: string) => string) | undefined

/** Traditional characters as the mainland writes them: 無犯罪記錄證明 → 无犯罪记录证明. */
export function simplified(text: string): string {
  for (const sign of text) {
    if (!replaced.has(sign)) continue
    convert ??= ConverterFactory(...steps)
    return convert(text)
  }
  return text
}
