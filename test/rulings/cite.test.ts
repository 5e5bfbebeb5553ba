import t from 'tap'
import { cite } from '../../src/rulings/cite.ts'

t.test('a citation spells out the document, and says null of what is not known', async (t) => {
  const documents = new Map([
    ['law', { id: 'law', title: '某法', versions: [{ date: '2024-01-01', from: '2024-03-01', to: '2026-12-31' }] }],
  ])
  t.strictSame(cite(documents, { document: 'law', version: '2024-01-01', clause: '第一条' }, 'reference'), {
    document: '某法',
    documentId: 'law',
    number: null,
    issuer: null,
    version: '2024-01-01',
    from: '2024-03-01',
    to: '2026-12-31',
    clause: '第一条',
    grade: 'reference',
  })
  t.match(cite(documents, { document: 'law' }, 'official'), { clause: null, grade: 'official' })
})

t.test('nothing is cited that is not held', async (t) => {
  t.throws(() => cite(new Map(), { document: 'law' }, 'official'), /No document law/)
})
