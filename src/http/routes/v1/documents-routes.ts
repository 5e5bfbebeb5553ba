import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { Document } from '../../../lists/document.ts'
import { ProblemError } from '../../answers/problem.ts'
import { searchFor } from '../../answers/search.ts'
import { notFound, refusals } from '../../schemas/add-schemas.ts'
import type { DocumentDetail, DocumentSummary } from '../../schemas/document-schemas.ts'
import { cutPage, pageOf, paging } from '../../schemas/paging.ts'
import { DocumentId, Search } from '../../schemas/parameters.ts'

const closed = { additionalProperties: false }

function summary({ read: _read, clauses: _clauses, ...rest }: Document): DocumentSummary {
  return rest
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
        description: '通知、清单所附文件和法律法规；法律法规按所引版本分列。',
        querystring: Type.Object({ q: Type.Optional(Search), ...paging }, closed),
        response: {
          200: pageOf(Type.Ref('DocumentSummary#') as unknown as typeof DocumentSummary, '一页文件'),
          ...refusals,
        },
      },
    },
    ({ snapshot, query }) => {
      const matches = searchFor(query.q)
      const found = [...snapshot.documents.values()].filter((document) =>
        matches([document.title, document.number ?? '']),
      )
      return cutPage(found, query, snapshot.version, summary)
    },
  )

  app.get(
    '/documents/:id',
    {
      schema: {
        operationId: 'getDocument',
        tags: ['依据'],
        summary: '一份依据文件的详情',
        description: '文号、发文机关、日期，以及已收录的条款原文。',
        params: Type.Object({ id: DocumentId }, closed),
        querystring: Type.Object({}, closed),
        response: {
          200: Type.Ref('DocumentDetail#', { description: '文件详情' }) as unknown as typeof DocumentDetail,
          ...refusals,
          ...notFound,
        },
      },
    },
    ({ snapshot, language, params: { id } }) => {
      const document = snapshot.documents.get(id)
      if (document) {
        const { read, clauses = [] } = document
        return { ...summary(document), ...(read ? { read: read[language] } : {}), clauses }
      }
      throw new ProblemError('not-found', {
        zh: `没有文件 ${id}；全部文件见 /v1/documents。`,
        en: `There is no document ${id}; all of them are at /v1/documents.`,
      })
    },
  )
  done()
}
