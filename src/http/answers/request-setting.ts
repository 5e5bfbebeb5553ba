import type { FastifyRequest } from 'fastify'
import type { Setting } from '../../checks/judge.ts'
import { homeRegion } from '../../rulings/question.ts'
import { checkRegion } from './ask.ts'

/** The setting in which a request's table is checked. @throws ProblemError when the region is unknown. */
export function settingOf(
  { snapshot, language, today }: Pick<FastifyRequest, 'snapshot' | 'language' | 'today'>,
  { region = homeRegion, on = today }: { region?: string; on?: string },
): Setting {
  checkRegion(snapshot, region)
  return { snapshot, region, on, language }
}
