import characters from 'opencc-js/dict/TSCharacters'
import phrases from 'opencc-js/dict/TSPhrases'
import { Converter } from 'opencc-js/t2cn'
import t from 'tap'
import { simplified } from '../../../src/names/normalise/script.ts'
import fc from '../../property.ts'

const whole = Converter({ from: 't', to: 'cn' })
const entries = [characters, phrases].flatMap((table) => table.split('|').map((entry) => entry.split(' ')[0] as string))

t.test('a text reads as the whole converter of the library has it', async (t) => {
  for (const entry of entries) if (simplified(entry) !== whole(entry)) t.fail(entry)
  const part = fc.oneof(
    fc.constantFrom(...entries),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('证明', '村', '沈', '乾'),
  )
  const text = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (written) => simplified(written) === whole(written)),
    { numRuns: 2000 },
  )
})

t.test('what the mainland writes stays, also beside what is converted', async (t) => {
  t.equal(simplified('无犯罪记录证明'), '无犯罪记录证明')
  t.equal(simplified('無犯罪記錄證明'), '无犯罪记录证明')
  t.equal(simplified('乾坤村'), '乾坤村')
  t.equal(simplified('乾糧證明'), '干粮证明')
})
