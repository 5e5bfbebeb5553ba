import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox'
import { type Static, Type } from 'typebox'
import { survey } from '../../../checks/boards/survey.ts'
import { judgeIn } from '../../../checks/judge.ts'
import { boardQuestions, judgeAhead } from '../../answers/judge-ahead.ts'
import { placeView, settingOf } from '../../answers/request-setting.ts'
import { refusals, sentBody } from '../../schemas/add-schemas.ts'
import { Body, On, Region } from '../../schemas/parameters.ts'
import { Boards, type Survey } from '../../schemas/survey-schemas.ts'

const closed = { additionalProperties: false }

/** POST /signboards/survey: what hangs at one village. */
export const surveyRoute: FastifyPluginCallbackTypebox = (app, _options, done) => {
  app.post(
    '/signboards/survey',
    {
      schema: {
        operationId: 'surveySignboards',
        tags: ['查询'],
        summary: '核对一处场所现挂的牌子',
        description:
          '逐块给出可以保留、应移挂、须核实或应摘除，并指出外部缺挂、重复和内部可整合的牌子。清单不完整，或另有法律要求设置的，不会给出应摘除。',
        querystring: Type.Object({}, closed),
        body: Type.Object(
          { region: Type.Optional(Region), on: Type.Optional(On), body: Type.Optional(Body), boards: Boards },
          { ...closed, description: '一处场所现挂的牌子；请求体不超过 1 MiB' },
        ),
        response: {
          200: Type.Ref('Survey#', { description: '核对结果' }) as unknown as typeof Survey,
          ...refusals,
          ...sentBody,
        },
      },
    },
    async (request) => {
      request.countNames?.(request.body.boards.length)
      const setting = settingOf(request, request.body)
      const { snapshot, on } = setting
      const judge = judgeIn(setting)
      await judgeAhead(judge, boardQuestions(request.body.boards))
      const found = survey(setting, request.body.boards, judge)
      return { ...placeView(setting), on, dataset: { version: snapshot.version }, ...found } as unknown as Static<
        typeof Survey
      >
    },
  )
  done()
}
