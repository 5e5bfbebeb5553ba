import { readFileSync } from 'node:fs'
import { pinyin } from 'pinyin-pro'
import t from 'tap'
import { syllablesText } from '../../../scripts/syllables-text.ts'
import { soundOf, soundsOf } from '../../../src/names/normalise/sound.ts'

t.test('the table of sounds is what pinyin-pro says today', (t) => {
  const committed = readFileSync(new URL('../../../src/names/normalise/syllables.ts', import.meta.url), 'utf8')
  t.equal(committed, syllablesText(), 'run `node scripts/syllables.ts` and commit the result')
  t.end()
})

t.test('every character sounds as there, and what has no sound stands for itself', (t) => {
  for (let code = 0; code < 0x10000; code += 1) {
    const character = String.fromCharCode(code)
    if (soundOf(character) !== pinyin(character, { toneType: 'none' })) t.fail(character)
  }
  t.same(soundsOf('建在a𠮷'), ['jian', 'zai', 'a', '\ud842', '\udfb7'])
  t.same(soundsOf('健在').slice(0, 2), soundsOf('建在').slice(0, 2))
  t.not(soundOf('物'), soundOf('事'))
  t.end()
})
