import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify'
import { ask } from '../../http/answers/ask.ts'
import { problemBody } from '../../http/answers/problem.ts'
import { problemOf } from '../../http/answers/problem-of.ts'
import { Kind, type Sentence } from '../../lists/terms.ts'
import { listName } from '../../rulings/list-name.ts'
import { placeName } from '../../rulings/place-name.ts'
import { answerView } from '../answer-view.ts'
import { questionIn, Written } from '../asked-on-page.ts'
import { address, parametersOf } from '../page-address.ts'
import { languageAsked } from '../page-language.ts'
import { inPlace } from '../page-place.ts'
import { kinds, questions } from '../page-words.ts'
import { readsPages } from '../refuse-with-page.ts'
import { showPage } from '../show-page.ts'
import { questionsOf, type ReadCode, readCode } from '../slip-code.ts'

const title: Sentence = { zh: '村级组织证明、牌子、事务查询', en: 'What may be asked of a village' }

/** What the form shows: what was asked before, and the lists that nobody has supplied yet. */
function form({ query, snapshot, language, server: { homeRegion } }: FastifyRequest) {
  const { kind = 'certificate', name = '', region = homeRegion, on = '', issuer = '', body = '' } = query as Written
  const place = placeName({ snapshot, region })
  return {
    title: inPlace(title, place),
    asked: { kind, name, region, place, on, issuer, body },
    kinds: Kind.enum.map((value) => ({ value, label: kinds[value], question: questions[value] })),
    narrowed: region !== homeRegion || on !== '' || issuer !== '' || body !== '',
    absent: [...snapshot.lists.values()]
      .filter((list) => list.completeness === 'absent')
      .map((list) => ({ id: list.id, name: listName(list, language) })),
  }
}

/** A code from a slip leads to its question; where its name is on no list, the name has to be given again. */
function followCode(request: FastifyRequest, reply: FastifyReply, code: ReadCode): FastifyReply {
  const { snapshot } = request
  const meant = questionsOf(snapshot, code).map(parametersOf)
  if (meant.length === 1) return reply.redirect(address('/', { ...meant[0], lang: languageAsked(request) }))
  const { on, region } = code
  const place = placeName({ snapshot, region })
  const asked = { ...form(request).asked, name: '', region, place, on }
  return showPage(request, reply, 'home', {
    ...form(request),
    asked,
    narrowed: true,
    code: { on, region: place, meant },
  })
}

function answer(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (request.validationError) throw request.validationError
  const asked = questionIn(request)
  if (!asked) return showPage(request, reply, 'home', form(request))
  const code = readCode(asked.name)
  if (code) return followCode(request, reply, code)
  const found = answerView(request, ask(request, asked))
  const heading = { zh: `${asked.name}：${found.verdict.zh}`, en: `${asked.name}: ${found.verdict.en}` }
  return showPage(request, reply, 'home', { ...form(request), title: inPlace(heading, found.region), answer: found })
}

/** GET /: the three questions and their answers. The address carries the question. */
export const homeRoute: FastifyPluginCallback = (app, _options, done) => {
  app.get('/', { schema: { hide: true, querystring: Written }, attachValidation: true }, (request, reply) => {
    try {
      return answer(request, reply)
    } catch (error) {
      // What was typed is shown again beside what is wrong with it.
      const problem = problemBody(problemOf(error), request.language)
      if (problem.status !== 400 || !readsPages(request)) throw error
      reply.code(400).header('cache-control', 'no-store')
      return showPage(request, reply, 'home', { ...form(request), problem })
    }
  })
  done()
}
