const DIGITS = '〇一二三四五六七八九'
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥'

/** 1 → 一, 10 → 十, 21 → 二十一, 105 → 一百〇五: as Chinese lists count. */
export function chinese(n: number): string {
  if (n < 10) return DIGITS[n] as string
  if (n < 20) return `十${n === 10 ? '' : DIGITS[n - 10]}`
  if (n < 100) return `${DIGITS[Math.floor(n / 10)]}十${n % 10 === 0 ? '' : DIGITS[n % 10]}`
  if (n >= 1000) return String(n)
  const rest = n % 100
  const tens = rest === 0 ? '' : rest < 10 ? `〇${DIGITS[rest]}` : rest < 20 ? `一${chinese(rest)}` : chinese(rest)
  return `${DIGITS[Math.floor(n / 100)]}百${tens}`
}

/** The number that Chinese numerals up to 999 stand for, or undefined. */
export function fromChinese(words: string): number | undefined {
  const plain = words.replaceAll('零', '〇').replaceAll('两', '二')
  if (!/^[〇一二三四五六七八九十百]+$/.test(plain)) return undefined
  for (let n = 1; n < 1000; n += 1) if (chinese(n) === plain) return n
  return undefined
}

function roman(n: number): string {
  const steps = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const
  let rest = n
  let words = ''
  for (const [value, letters] of steps) {
    for (; rest >= value; rest -= value) words += letters
  }
  return words
}

/** a … z, aa, bb: Word repeats the letter. */
const letter = (n: number) => String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26))
const circled = (n: number) => (n <= 20 ? String.fromCodePoint(0x2460 + n - 1) : String(n))
const LEGAL = '零壹贰叁肆伍陆柒捌玖拾佰'
const legal = (n: number) =>
  [...chinese(n)].map((digit) => LEGAL['〇一二三四五六七八九十百'.indexOf(digit)] as string).join('')

const FORMATS: Readonly<Record<string, (n: number) => string>> = {
  none: () => '',
  decimalZero: (n) => String(n).padStart(2, '0'),
  decimalFullWidth: (n) => String(n).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  ideographDigital: chinese,
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  ideographTraditional: (n) => STEMS[n - 1] ?? String(n),
  ideographZodiac: (n) => BRANCHES[n - 1] ?? String(n),
  upperRoman: (n) => roman(n).toUpperCase(),
  lowerRoman: roman,
  upperLetter: (n) => letter(n).toUpperCase(),
  lowerLetter: letter,
}

/** A number as Word's number format of that name writes it; formats not used in Chinese documents count in digits. */
export const numberWords = (n: number, format: string): string =>
  n < 1 || n > 32_767 ? String(n) : (FORMATS[format] ?? String)(n)
