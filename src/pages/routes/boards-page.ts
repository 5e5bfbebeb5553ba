import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { listsFor } from '../../catalogue/snapshot.ts'
import type { Advice } from '../../checks/boards/advice.ts'
import { survey } from '../../checks/boards/survey.ts'
import { judgeIn } from '../../checks/judge.ts'
import { placeOf } from '../../http/answers/ask.ts'
import { boardQuestions, judgeAhead } from '../../http/answers/judge-ahead.ts'
import { Region } from '../../http/schemas/parameters.ts'
import type { Sentence } from '../../lists/terms.ts'
import { completeness } from '../../reports/list-state.ts'
import { placeName } from '../../rulings/place-name.ts'
import { seenBoards } from '../boards-from-form.ts'
import { footOf, inPlace } from '../page-place.ts'
import type { Tone } from '../page-words.ts'
import { showPage } from '../show-page.ts'

const title: Sentence = { zh: '牌子：该挂哪些、该摘哪些', en: 'Boards: what hangs, what does not' }

const advices: Readonly<Record<Advice, Sentence & { tone: Tone }>> = {
  stays: { zh: '可以保留', en: 'may stay', tone: 'yes' },
  move: { zh: '换个位置', en: 'move it', tone: 'ask' },
  ask: { zh: '需要核实', en: 'to be verified', tone: 'ask' },
  take_down: { zh: '应当摘除', en: 'take it down', tone: 'no' },
}

/** The boards that lists in force name, to be ticked. */
function listed({ snapshot, today }: FastifyRequest, region: string) {
  const lists = listsFor(snapshot, 'signboard', region, today)
  const boards = lists
    .filter((list) => list.effect === 'permits')
    .flatMap((list) => list.items.filter(({ no }) => list.holds(no, { on: today })))
  const at = (place: string) => boards.filter(({ board }) => board?.place === place).map(({ name }) => name)
  const open = lists.filter((list) => list.completeness !== 'complete')
  return {
    outside: at('exterior'),
    inside: at('interior'),
    open: open.map(({ id, title, completeness: state }) => ({ id, title, state: completeness[state] })),
  }
}

/** GET /boards: what hangs at one village, ticked, and what to do about it. The address carries what was ticked. */
export const boardsRoute: FastifyPluginCallback = (app, _options, done) => {
  const querystring = Type.Object({ region: Type.Optional(Region) })
  const show = async (request: FastifyRequest, reply: FastifyReply) => {
    const { snapshot, today, language } = request
    const place = placeOf(request, (request.query as { region?: string }).region)
    const { region } = place
    const name = placeName({ snapshot, region })
    const seen = seenBoards(request)
    request.countNames?.(seen.boards.length)
    const setting = { snapshot, ...place, on: today, language }
    const judge = judgeIn(setting)
    await judgeAhead(judge, boardQuestions(seen.boards))
    const found = survey(setting, seen.boards, judge)
    return showPage(request, reply, 'boards', {
      title: inPlace(title, name),
      ...listed(request, region),
      asked: { region, place: name },
      seen,
      place: name,
      foot: footOf(request, region),
      site: found.site,
      clause: found.clause,
      boards: found.boards.map(({ board, advice, reason }) => ({ ...board, advice: advices[advice], reason })),
      today,
    })
  }
  app.get('/boards', { schema: { hide: true, querystring } }, show)
  done()
}
