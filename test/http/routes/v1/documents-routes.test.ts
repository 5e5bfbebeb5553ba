import t from 'tap'
import type { Document, Version } from '../../../../src/lists/document.ts'
import { build, testDay } from '../../../build-service.ts'
import type { Data } from '../../../data-folder.ts'
import { everyField } from '../../../every-field.ts'

/** What a list of documents shows of one: a law has the days of its version of the day. */
function summaryOf(document: Document) {
  const { read: _, clauses: __, versions = [], successor: ___, outlook: ____, reviewed: _____, ...rest } = document
  const of = versions.find(({ from, to }) => from <= testDay && (to ?? testDay) >= testDay) ?? versions.at(-1)
  return { ...rest, ...(of ? { version: of.date, from: of.from, ...(of.to ? { to: of.to } : {}) } : {}) }
}

t.test('documents', async (t) => {
  const { app, snapshot } = await build(t, { change: everyField })
  const read = async (url: string, language = 'zh') =>
    (await app.inject({ url, headers: { 'accept-language': language } })).json()
  const documents = [...snapshot.documents.values()]

  t.test('are all there, without their clauses', async (t) => {
    const page = await read('/v1/documents?limit=200')
    t.same(
      page.items,
      documents.map((document) => summaryOf(document)),
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
    for (const document of documents) {
      const { id, read: origin, clauses = [], versions, successor, outlook, reviewed } = document
      for (const language of ['zh', 'en'] as const) {
        const more = {
          ...(versions
            ? { versions: versions.map((one) => ({ ...one, ...(one.read ? { read: one.read[language] } : {}) })) }
            : {}),
          ...(successor ? { successor } : {}),
          ...(outlook ? { outlook: outlook[language] } : {}),
          ...(reviewed ? { reviewed } : {}),
          ...(origin ? { read: origin[language] } : {}),
        }
        t.same(await read(`/v1/documents/${id}`, language), { ...summaryOf(document), ...more, clauses }, id)
      }
    }
  })

  t.test(
    'a law is one document, shown with its version of the day, and before and after them all with the nearest',
    async (t) => {
      const law = { id: 'a-law', title: '某法' }
      const change = (versions: Version[]) => (data: Data) => data.documents.push({ ...law, versions })
      const shown = async (...versions: Version[]) => {
        const { app: other } = await build(t, { change: change(versions) })
        return (await other.inject('/v1/documents/a-law')).json()
      }
      const read = { zh: '读自某处', en: 'read somewhere' }
      const [old, young] = [
        { date: '2018-12-29', from: '2019-01-01', to: '2025-12-31', read },
        { date: '2025-10-28', from: '2026-01-01' },
      ]
      t.match(await shown(old, young), {
        version: '2025-10-28',
        from: '2026-01-01',
        to: undefined,
        versions: [{ ...old, read: '读自某处' }, young],
      })
      t.match(await shown(old), { version: '2018-12-29', to: '2025-12-31' })
      t.match(await shown({ ...old, to: '2026-12-31' }, { ...young, from: '2027-01-01' }), { version: '2018-12-29' })
      t.match(await shown({ ...young, from: '2027-01-01' }), { version: '2025-10-28', from: '2027-01-01' })
    },
  )

  t.test('that an answer cites are all there, and the clauses of the notice with their words', async (t) => {
    const { clauses } = await read('/v1/documents/notice-2023')
    t.same(
      clauses.map((clause: { no: string }) => clause.no),
      ['一', '二(一)', '二(二)', '二(三)', '三(一)', '三(二)', '三(三)'],
    )
    t.match(clauses[3].text, /一律不得要求村级组织出具/)
  })
})
