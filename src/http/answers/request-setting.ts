import type { FastifyRequest } from 'fastify'
import type { Setting } from '../../checks/judge.ts'
import type { Body } from '../../lists/terms.ts'
import { replacedCode } from '../../rulings/place.ts'
import { placeOf } from './ask.ts'

/** The setting in which a request's table is checked. @throws ProblemError when the region is unknown. */
export function settingOf(
  request: Pick<FastifyRequest, 'server' | 'snapshot' | 'language' | 'today'>,
  { region, on = request.today, body }: { region?: string; on?: string; body?: Body },
): Setting {
  const { snapshot, language } = request
  return { snapshot, ...placeOf(request, region), on, ...(body ? { body } : {}), language }
}

/** The place of a table that was checked, as its answer tells it. */
export function placeView({ snapshot, region, replaced }: Setting) {
  return { region, ...(replaced ? { replacedRegion: replacedCode(snapshot, replaced, region) } : {}) }
}
