import t from 'tap'
import { aboutFile, Refusal, say } from '../../src/documents/message.ts'

t.test('a refusal names the file it is about; an error of the program stays what it is', async (t) => {
  const named = aboutFile('a.csv', new Refusal(say('empty', '文件是空的。', 'The file is empty.')))
  t.type(named, Refusal)
  t.match(named, { said: { code: 'empty', zh: 'a.csv：文件是空的。', en: 'a.csv: The file is empty.' } })
  const fault = new TypeError('fault')
  t.equal(aboutFile('a.csv', fault), fault)
})
