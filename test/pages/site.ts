import type { Test } from 'tap'
import { build } from '../build-service.ts'
import { completeAnnexes4To6, type Data, listIn } from '../data-folder.ts'

/** A question for each outcome, over the data below. */
export const questions = {
  prohibited: 'kind=certificate&name=婚姻状况证明',
  permitted: 'kind=certificate&name=林木采伐申请证明',
  conflicting: 'kind=certificate&name=亲属关系证明',
  ambiguous: 'kind=certificate&name=甲乙丙证明',
  not_listed: 'kind=certificate&name=赶集天气证明',
  undetermined: 'kind=certificate&name=赶集天气证明&region=620000',
  not_applicable: 'kind=certificate&name=无犯罪记录证明&issuer=公安派出所',
} as const

export type Questioned = keyof typeof questions

/** The reviewed data, changed so that every outcome comes up. */
function everyOutcome(data: Data): void {
  completeAnnexes4To6(data)
  listIn(data, 'annex-6').items.push({ no: 2, name: '亲属关系证明' })
  data.names.certificates ??= { kind: 'certificate', recorded: [] }
  data.names.certificates.recorded.push({
    names: ['甲乙丙证明'],
    reading: 'ask',
    items: ['亲属关系证明', '婚姻状况证明'],
    grade: 'editorial',
  })
}

/** The service on a port of its own, over data in which every outcome comes up. */
export async function openSite(t: Test): Promise<string> {
  const { app } = await build(t, { change: everyOutcome })
  return app.listen({ port: 0, host: '127.0.0.1' })
}

/** The service over the data as reviewed. */
export async function openReviewedSite(t: Test): Promise<string> {
  const { app } = await build(t)
  return app.listen({ port: 0, host: '127.0.0.1' })
}
