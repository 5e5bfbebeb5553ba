import t from 'tap'
import { build } from '../../../build-service.ts'
import { everyField } from '../../../every-field.ts'

t.test('documents', async (t) => {
  const { app, snapshot } = await build(t, { change: everyField })
  const read = async (url: string, language = 'zh') =>
    (await app.inject({ url, headers: { 'accept-language': language } })).json()
  const documents = [...snapshot.documents.values()]

  t.test('are all there, without their clauses', async (t) => {
    const page = await read('/v1/documents?limit=200')
    t.same(
      page.items,
      documents.map(({ read: _, clauses: __, ...summary }) => summary),
    )
    t.match(page, { total: documents.length, dataset: { version: snapshot.version } })
    t.equal((await read('/v1/documents?limit=3&offset=1')).items[0].id, documents[1]?.id)
  })

  t.test('are found by title and number', async (t) => {
    const ids = async (q: string) =>
      (await read(`/v1/documents?q=${encodeURIComponent(q)}`)).items.map((document: { id: string }) => document.id)
    t.same(await ids('公安派出所出具证明'), ['gongtongzi-2016-21'])
    t.same(await ids('民发〔2020〕20号'), ['minfa-2020-20'])
    t.same(await ids('没有这份文件'), [])
  })

  t.test('each say all that is known of them, in the language of the caller', async (t) => {
    for (const { read: origin, clauses = [], ...summary } of documents) {
      for (const language of ['zh', 'en'] as const) {
        t.same(
          await read(`/v1/documents/${summary.id}`, language),
          { ...summary, ...(origin ? { read: origin[language] } : {}), clauses },
          summary.id,
        )
      }
    }
  })

  t.test('that an answer cites are all there, and the clauses of the notice with their words', async (t) => {
    const { clauses } = await read('/v1/documents/notice-2023')
    t.same(
      clauses.map((clause: { no: string }) => clause.no),
      ['一', '二(一)', '二(二)', '二(三)', '三(一)', '三(二)', '三(三)'],
    )
    t.match(clauses[3].text, /一律不得要求村级组织出具/)
  })
})
