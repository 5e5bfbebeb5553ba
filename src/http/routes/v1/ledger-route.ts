import { PassThrough } from 'node:stream'
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox'
import Negotiator from 'negotiator'
import { Type } from 'typebox'
import { judgeIn } from '../../../checks/judge.ts'
import { type SelfCheck as Found, ledgerOf } from '../../../checks/ledger/ledger.ts'
import { writeLedger } from '../../../reports/write-ledger.ts'
import { boardQuestions, judgeAhead } from '../../answers/judge-ahead.ts'
import { placeView, settingOf } from '../../answers/request-setting.ts'
import { refusals, sentBody } from '../../schemas/add-schemas.ts'
import { SelfCheck, workbookType } from '../../schemas/ledger-schemas.ts'

/** POST /ledger: the self-check ledger of one village, for programs or as the workbook that is filed. */
export const ledgerRoute: FastifyPluginCallbackTypebox = (app, _options, done) => {
  app.post(
    '/ledger',
    {
      schema: {
        operationId: 'makeLedger',
        tags: ['查询'],
        summary: '生成一个村（社区）的自查台账',
        description: `工作事务、机制牌子、证明事项三类逐条给出结论、依据。默认 JSON；Accept 为 ${workbookType} 时给出可归档的工作簿，与 qingdan ledger 所写相同。`,
        querystring: Type.Object({}, { additionalProperties: false }),
        body: SelfCheck,
        response: {
          200: {
            description: '台账',
            content: {
              'application/json': { schema: Type.Ref('Ledger#') },
              [workbookType]: { schema: Type.Unsafe<string>({ contentMediaType: workbookType }) },
            },
          },
          ...refusals,
          ...sentBody,
        },
      },
    },
    async (request, reply) => {
      const setting = settingOf(request, request.body)
      const { snapshot, region, on } = setting
      // What is left out has its default by now.
      const found = request.body as Found
      request.countNames?.(found.tasks.length + found.boards.length + found.certificates.length)
      const judge = judgeIn(setting)
      await judgeAhead(judge, [
        ...found.tasks.map(({ name }): Parameters<typeof judge> => ['task', name]),
        ...boardQuestions(found.boards),
        ...found.certificates.map(({ name, issuer }): Parameters<typeof judge> => ['certificate', name, issuer]),
      ])
      const ledger = ledgerOf(setting, found, judge)
      const wanted = new Negotiator(request.raw).mediaType(['application/json', workbookType])
      if (wanted !== workbookType) {
        const { tasks, boards, certificates, counts, ...about } = ledger
        const dataset = { version: snapshot.version }
        return reply.send({ ...about, ...placeView(setting), on, dataset, tasks, boards, certificates, counts })
      }
      const out = new PassThrough()
      writeLedger(ledger, setting, out).catch((error: Error) => out.destroy(error))
      return reply
        .type(workbookType)
        .header('content-disposition', `attachment; filename="ledger-${region}-${on}.xlsx"`)
        .send(out)
    },
  )
  done()
}
