import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import packageJson from '../../../package.json' with { type: 'json' }
import { usualHome } from '../../config/config.ts'
import { DatasetVersion } from '../../rulings/answer.ts'
import { regionWords } from './parameters.ts'
import { refusalHeaders } from './refusal-headers.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the OpenAPI document says of a body whose rows are checked one by one, after the schema of the route. */
    documentedBody?: object
  }
}

/** As much of an OpenAPI document as is read and added to here. */
export interface ApiDocument {
  readonly paths: Record<string, Record<string, ApiOperation>>
  readonly components: Record<string, object>
}

export interface ApiOperation {
  readonly operationId: string
  parameters?: { readonly name: string }[]
  responses: Record<string, ApiResponse>
}

export interface ApiResponse {
  readonly description: string
  headers?: Record<string, object>
  readonly content?: Record<string, { examples?: object }>
}

/** A header of a request: all of them together may have 16 KiB, and Node lets through what can be printed. */
const sent = { type: 'string', maxLength: 16_384, pattern: '^[\\t\\x20-\\x7e\\x80-\\xff]*$' }

const acceptLanguage = {
  name: 'Accept-Language',
  in: 'header',
  description: '说明文字的语言：默认中文，en 为英文。名称、标题和引文照原文。',
  schema: { ...sent, examples: ['zh-CN'] },
}

const ifNoneMatch = {
  name: 'If-None-Match',
  in: 'header',
  description: '上次答复的 ETag；答复未变时返回 304',
  schema: sent,
}

/** Sent with every answer and refusal, or not at all. */
const crossOrigin = {
  'Access-Control-Allow-Origin': {
    description: '仅在部署时设置 CORS_ORIGINS 的情况下给出：请求的来源，或 *',
    schema: { type: 'string', pattern: '^(\\*|https?://\\S+)$', maxLength: 300 },
  },
}

const headers = {
  'Dataset-Version': { description: '作答所用数据集的版本', schema: DatasetVersion },
  ETag: {
    description: '由数据集版本、当日日期、语言和程序版本组成',
    schema: { type: 'string', pattern: '^"[\\w.:-]+"$', maxLength: 80 },
  },
  'X-Request-Id': {
    description: '请求编号，与运行日志中的编号一致',
    schema: { type: 'string', pattern: '^[0-9a-f]{32}$', maxLength: 32 },
  },
  'Content-Language': { description: '说明文字的语言', schema: { type: 'string', enum: ['zh-CN', 'en'] } },
  ...crossOrigin,
}

const { ETag: _, ...untagged } = headers
const { 'Dataset-Version': __, ...ofRefusals } = untagged
const { 'Content-Language': ___, ...ofNotModified } = headers

const notModified: ApiResponse = { description: '与上次答复相同', headers: ofNotModified }

/** Adds where a question without a region is asked. The schemas cannot have it: validation would fill it in, whatever the operator has set. */
export function describeHome(part: unknown): void {
  if (typeof part !== 'object' || part === null) return
  for (const [name, value] of Object.entries(part)) {
    const inParameter = name === 'schema' && 'name' in part && part.name === 'region'
    if (inParameter || (name === 'region' && value.description === regionWords)) value.default = usualHome
    describeHome(value)
  }
}

/** Adds to the operations the headers that hooks read and write, which the routes' schemas do not tell of. */
export function describeHeaders(document: ApiDocument): void {
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      if (path.startsWith('/v1/')) describeAnswer(method, operation)
      for (const [status, response] of Object.entries(operation.responses)) {
        if (Number(status) >= 400) response.headers = { ...refusalHeaders[status], ...ofRefusals }
      }
    }
  }
}

function describeAnswer(method: string, operation: ApiOperation): void {
  const isGet = method === 'get'
  operation.parameters = [...(operation.parameters ?? []), acceptLanguage, ...(isGet ? [ifNoneMatch] : [])]
  const { 200: ok, ...others } = operation.responses
  operation.responses = {
    200: { ...(ok as ApiResponse), headers: isGet ? headers : untagged },
    ...(isGet ? { 304: notModified } : {}),
    ...others,
  }
}

/** Whoever runs the service decides where: the document goes with it into trial (test) and production alike. */
const servers = [
  { url: '/', description: '提供本文件的服务：试用环境（test）或正式环境（production）', 'x-internal': false },
]

/** How a caller proves who it is, where the operator asks for it. */
const securitySchemes = {
  key: {
    type: 'http' as const,
    scheme: 'bearer',
    description: '由运维人员发放的密钥。部署时设置 API_KEYS_FILE 才需要；未设置时任何人都可以调用。',
  },
}

/** Collects the routes into an OpenAPI 3.1 document. Only the generator needs it; the process serves the committed file. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '清单（Qingdan）',
        version: packageJson.version,
        summary: '要求群众到村里开证明之前，先查能不能要',
        description: [
          '依据所问地区及其上级的清单，回答三个问题：某项证明能否要求村（居）民委员会出具，某块牌子能否挂在村（社区）活动场所，某项工作能否交由村级组织承担。',
          '每个答复都附依据、所查清单和数据集版本。不论结论如何，答复的 HTTP 状态都是 200；程序只须判断 `allowed`：`true` 可以，`false` 不可以，`null` 须人工核实。',
          '错误为 RFC 9457 `application/problem+json`，`errors` 指明哪个参数有误、允许什么。',
          '`format` 为 `visible-text` 的文字至少有一个可见字符，没有不成对的代理字符；不认识该格式的工具可以不理，由服务校验。',
          '所问名称显然是程序出错所致的（`[object Object]`、`{name}`、`???`、编码两次等），返回 400，不作答复。',
        ].join('\n\n'),
        contact: { name: 'Qingdan' },
        license: { name: 'UNLICENSED', identifier: 'LicenseRef-UNLICENSED' },
      },
      servers,
      // Keys are asked for only where the operator has set them up: {} stands for a call without one.
      security: [{}, { key: [] }],
      components: { securitySchemes },
      tags: [
        { name: '查询', description: '三个问题' },
        { name: '浏览', description: '清单与事项' },
        { name: '依据', description: '依据文件' },
        { name: '运行', description: '数据集与进程的状况' },
      ],
    },
    transform: ({ schema, url, route }) => {
      const body = (route.config as { documentedBody?: object } | undefined)?.documentedBody
      return { schema: body && schema ? { ...schema, body } : schema, url }
    },
    refResolver: {
      // Our shared schemas all have a name; the plugin's default would call them def-0, def-1 …
      buildLocalReference: (schema) => schema.$id as string,
    },
  })
}
