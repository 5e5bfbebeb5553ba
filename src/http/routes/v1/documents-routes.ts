import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { holdsOn } from '../../../lists/bases.ts'
import type { Document } from '../../../lists/document.ts'
import type { Language } from '../../../lists/terms.ts'
import { ProblemError } from '../../answers/problem.ts'
import { searchFor } from '../../answers/search.ts'
import { notFound, refusals } from '../../schemas/add-schemas.ts'
import type { DocumentDetail, DocumentSummary } from '../../schemas/document-schemas.ts'
import { cutPage, pageOf, paging } from '../../schemas/paging.ts'
import { DocumentId, Search } from '../../schemas/parameters.ts'

const closed = { additionalProperties: false }

/** A document with its version of the day; the newest where none is in force. */
function summary(
  { id, title, number, issuer, issued, published, from, to, versions = [] }: Document,
  today: string,
): DocumentSummary {
  const version = versions.find((one) => holdsOn(one, today)) ?? versions.at(-1)
  const days = version ? { version: version.date, from: version.from, to: version.to } : { from, to }
  const known = { id, title, number, issuer, issued, published, ...days }
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) as DocumentSummary
}

function detail(document: Document, today: string, language: Language): DocumentDetail {
  const { read, clauses = [], versions, successor, outlook, reviewed } = document
  return {
    ...summary(document, today),
    ...(versions
      ? {
          versions: versions.map(({ read: from, ...days }) => ({ ...days, ...(from ? { read: from[language] } : {}) })),
        }
      : {}),
    ...(successor ? { successor } : {}),
    ...(outlook ? { outlook: outlook[language] } : {}),
    ...(reviewed ? { reviewed } : {}),
    ...(read ? { read: read[language] } : {}),
    clauses,
  }
}

/** GET /documents, /documents/{id}: the instruments that answers rest on. */
export const documentRoutes: FastifyPluginCallbackTypebox = (app, _options, done) => {
  app.get(
    '/documents',
    {
      schema: {
        operationId: 'listDocuments',
        tags: ['依据'],
        summary: '全部依据文件',
        description: '通知、清单所附文件和法律法规；一部法律法规为一份文件，列出当日有效的版本，各版本见其详情。',
        querystring: Type.Object({ q: Type.Optional(Search), ...paging }, closed),
        response: {
          200: pageOf(Type.Ref('DocumentSummary#') as unknown as typeof DocumentSummary, '一页文件'),
          ...refusals,
        },
      },
    },
    ({ snapshot, today, query }) => {
      const matches = searchFor(query.q)
      const found = [...snapshot.documents.values()].filter((document) =>
        matches([document.title, document.number ?? '']),
      )
      return cutPage(found, query, snapshot.version, (document) => summary(document, today))
    },
  )

  app.get(
    '/documents/:id',
    {
      schema: {
        operationId: 'getDocument',
        tags: ['依据'],
        summary: '一份依据文件的详情',
        description: '文号、发文机关、日期，法律法规的各版本及其有效日期，以及已收录的条款原文。',
        params: Type.Object({ id: DocumentId }, closed),
        querystring: Type.Object({}, closed),
        response: {
          200: Type.Ref('DocumentDetail#', { description: '文件详情' }) as unknown as typeof DocumentDetail,
          ...refusals,
          ...notFound,
        },
      },
    },
    ({ snapshot, today, language, params: { id } }) => {
      const document = snapshot.documents.get(id)
      if (document) return detail(document, today, language)
      throw new ProblemError('not-found', {
        zh: `没有文件 ${id}；全部文件见 /v1/documents。`,
        en: `There is no document ${id}; all of them are at /v1/documents.`,
      })
    },
  )
  done()
}
