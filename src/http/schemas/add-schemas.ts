import type { FastifyInstance } from 'fastify'
import {
  Answer,
  Candidate,
  Citation,
  Consulted,
  DatasetReference,
  Finding,
  ItemCitation,
  Match,
  NamedIssuer,
  Remark,
  ReplacedCode,
} from '../../rulings/answer.ts'
import { BatchQuestion, CheckedBatch, CheckedRow, OutcomeCounts } from './batch-schemas.ts'
import { DocumentDetail, DocumentSummary } from './document-schemas.ts'
import { ItemPage, ListedItem } from './item-schemas.ts'
import { Ledger } from './ledger-schemas.ts'
import { ListDetail, ListSummary } from './list-schemas.ts'
import { Problem, problemMediaType } from './problem-schema.ts'
import { regionSchemas } from './region-schemas.ts'
import { AdviceCounts, FoundBoard, Site, Survey, SurveyedBoard } from './survey-schemas.ts'

/** Registers the named schemas, which the OpenAPI document refers to by these names. */
export function addSchemas(app: FastifyInstance): void {
  const shared = [
    Citation,
    ItemCitation,
    Remark,
    Finding,
    Match,
    Candidate,
    NamedIssuer,
    Consulted,
    DatasetReference,
    ReplacedCode,
    Answer,
  ]
  const batch = [BatchQuestion, CheckedRow, OutcomeCounts, CheckedBatch]
  const village = [FoundBoard, SurveyedBoard, Site, AdviceCounts, Survey, Ledger]
  for (const schema of [
    ...shared,
    ...batch,
    ...village,
    Problem,
    ListedItem,
    ItemPage,
    ListSummary,
    ListDetail,
    ...regionSchemas,
    DocumentSummary,
    DocumentDetail,
  ]) {
    app.addSchema(schema)
  }
}

const problem = (description: string) => ({
  description,
  content: { [problemMediaType.split(';')[0] as string]: { schema: { $ref: 'Problem#' } } },
})

/** Answers that any operation may give beside its own. */
export const refusals = {
  400: problem('参数不符合要求；errors 指明是哪个参数、允许什么'),
  401: problem('没有密钥或密钥无效；仅在部署时启用密钥的情况下出现'),
  429: problem('请求过于频繁；仅在部署时设有频率限制的情况下出现'),
  500: problem('服务内部错误'),
  503: problem('服务正在停止或过载'),
}

/** For operations that are sent a body. */
export const sentBody = {
  413: problem('请求体超过允许的大小'),
  415: problem('请求体不是 application/json，或带有 Content-Encoding'),
}

/** For operations whose address carries a text of the caller. */
export const longAddress = { 414: problem('地址过长') }

/** For operations whose address names something that may not exist. */
export const notFound = { 404: problem('没有该标识的内容'), ...longAddress }
