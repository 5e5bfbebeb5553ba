import t from 'tap'
import { languageOf } from '../../../src/http/answers/accept-language.ts'

t.test('Chinese is spoken unless English is preferred to it', async (t) => {
  const rows: [header: string | undefined, language: string][] = [
    [undefined, 'zh'],
    ['', 'zh'],
    ['*', 'zh'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['zh-TW', 'zh'],
    ['fr', 'zh'],
    ['en;q=0', 'zh'],
    ['en;q=0.5,zh;q=0.6', 'zh'],
    ['en', 'en'],
    ['EN', 'en'],
    ['en-US', 'en'],
    ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
    ['fr,en;q=0.1', 'en'],
    [';;,=', 'zh'],
  ]
  for (const [header, language] of rows) {
    t.equal(languageOf(header === undefined ? {} : { 'accept-language': header }), language, `${header}`)
  }
})
