import t from 'tap'
import { chinese, fromChinese, numberWords } from '../../../src/documents/word/number-words.ts'

t.test('Chinese numerals, there and back', async (t) => {
  t.same([1, 10, 11, 20, 21, 100, 105, 110, 111, 120, 999].map(chinese), [
    '一',
    '十',
    '十一',
    '二十',
    '二十一',
    '一百',
    '一百〇五',
    '一百一十',
    '一百一十一',
    '一百二十',
    '九百九十九',
  ])
  t.equal(chinese(1000), '1000')
  for (let n = 1; n < 1000; n += 1) if (fromChinese(chinese(n)) !== n) t.fail(String(n))
  t.equal(fromChinese('一百零五'), 105)
  t.equal(fromChinese('十十'), undefined)
  t.equal(fromChinese('甲'), undefined)
})

t.test("Word's number formats", async (t) => {
  const of = (format: string, ...numbers: number[]) => numbers.map((n) => numberWords(n, format)).join(' ')
  t.equal(of('decimal', 1, 0, 40_000), '1 0 40000')
  t.equal(of('none', 1), '')
  t.equal(of('decimalZero', 1, 12), '01 12')
  t.equal(of('decimalFullWidth', 12), '１２')
  t.equal(of('decimalEnclosedCircle', 1, 20, 21), '① ⑳ 21')
  t.equal(of('chineseLegalSimplified', 1, 21, 105), '壹 贰拾壹 壹佰零伍')
  t.equal(of('ideographTraditional', 1, 10, 11), '甲 癸 11')
  t.equal(of('ideographZodiac', 1, 12, 13), '子 亥 13')
  t.equal(of('upperRoman', 4, 9, 1994), 'IV IX MCMXCIV')
  t.equal(of('lowerRoman', 3), 'iii')
  t.equal(of('upperLetter', 1, 26, 27), 'A Z AA')
  t.equal(of('lowerLetter', 28), 'bb')
  t.equal(of('hebrew1', 3), '3', 'one that Chinese documents do not use counts in digits')
})
