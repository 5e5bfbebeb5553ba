const seconds = { type: 'integer', minimum: 0, maximum: 2 ** 31 - 1, format: 'int32' }

/** Headers of refusals in the OpenAPI document, by status. */
export const refusalHeaders: Readonly<Record<string, object>> = {
  401: {
    'WWW-Authenticate': {
      description: 'Bearer；密钥无效时另有 error="invalid_token"',
      schema: { type: 'string', enum: ['Bearer realm="qingdan"', 'Bearer realm="qingdan", error="invalid_token"'] },
    },
  },
  429: { 'Retry-After': { description: '多少秒后可以重试', schema: seconds } },
  503: { 'Retry-After': { description: '过载时给出：多少秒后可以重试', schema: seconds } },
}
