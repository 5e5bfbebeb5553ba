import { type Static, Type } from 'typebox'
import { oneOf, prose } from '../../lists/terms.ts'

/** Problem details, RFC 9457. `errors` names each parameter at fault and what is allowed there. */
export const Problem = Type.Object(
  {
    type: Type.String({ format: 'uri', maxLength: 80, description: '问题类型' }),
    title: Type.String({ ...prose, description: '问题类型的简称' }),
    status: Type.Integer({ minimum: 400, maximum: 599, format: 'int32' }),
    detail: Type.String({ ...prose, description: '错在何处，如何改正' }),
    errors: Type.Optional(
      Type.Array(
        Type.Object(
          {
            in: Type.Unsafe<string>({
              ...oneOf(['path', 'query', 'header', 'body', 'request']),
              description: '参数所在；request 为地址或请求体',
            }),
            name: Type.String({ ...prose, description: '参数名' }),
            detail: Type.String({ ...prose, description: '允许的取值' }),
          },
          { additionalProperties: false },
        ),
        { maxItems: 100 },
      ),
    ),
  },
  { $id: 'Problem', additionalProperties: false, description: '错误说明（RFC 9457）' },
)
export type Problem = Static<typeof Problem>

export const problemMediaType = 'application/problem+json; charset=utf-8'
