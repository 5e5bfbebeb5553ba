import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify'
import { ask } from '../../http/answers/ask.ts'
import { ProblemError } from '../../http/answers/problem.ts'
import { answerView } from '../answer-view.ts'
import { questionIn, Written } from '../asked-on-page.ts'
import { address } from '../page-address.ts'
import { inPlace } from '../page-place.ts'
import { questions } from '../page-words.ts'
import type { PagesOptions } from '../pages-options.ts'
import { qrCode } from '../qr-code.ts'
import { showPage } from '../show-page.ts'
import { codeOf } from '../slip-code.ts'

/**
 * Where people reach this service, for what is printed and scanned. Behind a proxy that ends TLS or answers under another name
 * only PUBLIC_URL can know; without it, it is where the request went.
 */
function publicAddress({ protocol, host }: FastifyRequest, configured: string | undefined): string {
  return configured ?? `${protocol}://${host}`
}

/** GET /slip: one answer on a sheet of A4, for the village to hand to whoever asked for the paper. */
export const slipRoute: FastifyPluginCallback<PagesOptions> = (app, { publicUrl }, done) => {
  const show = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const asked = questionIn(request)
    if (!asked) {
      throw new ProblemError('invalid-parameter', {
        zh: '没有要打印的问题。请先查询，再从答复中打开告知单。',
        en: 'There is no question to print. Ask first, then open the slip from the answer.',
      })
    }
    const answer = answerView(request, ask(request, asked))
    const back = `${publicAddress(request, publicUrl)}${address('/', answer.parameters)}`
    // It bears the address of the service, of which the tag of pages knows nothing.
    reply.header('cache-control', 'no-cache')
    return showPage(request, reply, 'slip', {
      title: inPlace({ zh: `告知单：${asked.name}`, en: `Slip: ${asked.name}` }, answer.region),
      answer,
      question: questions[answer.query.kind],
      code: codeOf(answer.query),
      qr: qrCode(back),
      site: publicAddress(request, publicUrl),
      today: request.today,
    })
  }
  app.get('/slip', { schema: { hide: true, querystring: Written } }, show)
  done()
}
