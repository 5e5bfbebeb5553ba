import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'

/** Collects the routes into an OpenAPI 3.1 document. Only the generator needs it; the process serves the committed file. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '清单(Qingdan)',
        version: '1.0.0',
        summary: '在要求群众到村里开证明之前,先查能不能要',
        description:
          '依据平凉市崆峒区《村级组织工作事务、机制牌子和证明事项规范指引》所附七份清单,回答三个问题:某项证明能否要求村(居)民委员会出具,某块牌子能否挂在村(社区)活动场所,某项工作能否交由村级组织承担。每个答复都附依据、所查清单和数据集版本。答复的 HTTP 状态一律为 200,结论在 outcome 与 allowed 中;错误为 RFC 9457 problem+json。文字默认为中文,Accept-Language: en 时为英文。',
        contact: { name: 'Qingdan' },
        license: { name: 'UNLICENSED', identifier: 'LicenseRef-UNLICENSED' },
      },
      servers: [{ url: '/', description: '提供本文件的服务' }],
      security: [],
      tags: [
        { name: '查询', description: '三个问题' },
        { name: '浏览', description: '清单与事项' },
        { name: '依据', description: '依据文件' },
        { name: '运行', description: '数据集与进程的状况' },
      ],
    },
    refResolver: {
      buildLocalReference: (schema) => schema.$id as string,
    },
  })
}
