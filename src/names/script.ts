import { Converter } from 'opencc-js/t2cn'

// Only the traditional → mainland tables are loaded (about 14 MB resident; all tables would be ten times the source).
const convert = Converter({ from: 't', to: 'cn' })

/** Traditional characters as the mainland writes them: 無犯罪記錄證明 → 无犯罪记录证明. */
export function simplified(text: string): string {
  return convert(text)
}
