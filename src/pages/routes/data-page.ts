import type { FastifyPluginCallback } from 'fastify'
import type { Snapshot } from '../../catalogue/snapshot.ts'
import { listSummary } from '../../http/answers/list-views.ts'
import { completeness } from '../../reports/list-state.ts'
import { placeState, placesWithLists } from '../../rulings/place-states.ts'
import { grades, kinds } from '../page-words.ts'
import type { PagesOptions } from '../pages-options.ts'
import { showPage } from '../show-page.ts'

/** 2026-11-22 19:05, the clock of whoever reads the page. */
function inShanghai(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 60 * 60 * 1000).toISOString().slice(0, 16).replace('T', ' ')
}

const states = {
  current: { zh: '最近一次读取成功', en: 'last read without fault' },
  loading: { zh: '正在读取新数据', en: 'new data are being read' },
  failed: { zh: '新数据未被采用，仍以原有数据作答', en: 'new data were refused; the old data still answer' },
}

/** Places on the page; how all others stand is asked at /lists. */
const most = 60

/** GET /data: the state of the dataset for whoever answers for it. */
export const dataRoute: FastifyPluginCallback<PagesOptions> = (app, { load }, done) => {
  app.get('/data', { schema: { hide: true } }, (request, reply) => {
    const { snapshot, today } = request
    const { version, contentHash, builtAt, lists, documents, regions } = snapshot
    const { state, started, finished, error } = load()
    // The state of loading changes while the dataset stays the same.
    reply.header('cache-control', 'no-store')
    return showPage(request, reply, 'data', {
      title: { zh: '数据状况', en: 'State of the data' },
      dataset: { version, contentHash, builtAt: inShanghai(builtAt), documents: documents.size, regions: regions.size },
      load: {
        state,
        words: states[state],
        started: inShanghai(started),
        finished: finished && inShanghai(finished),
        error,
      },
      kinds,
      ...placesShown(snapshot, today),
      lists: [...lists.values()].map((list) => ({
        ...listSummary(list),
        state: list.completeness,
        completeness: completeness[list.completeness],
        grade: grades[list.grade],
      })),
    })
  })
  done()
}

/** How the places stand that have lists or rules of their own. */
function placesShown(snapshot: Snapshot, today: string) {
  const codes = placesWithLists(snapshot)
  return {
    places: codes.slice(0, most).map((code) => placeState(snapshot, code, today)),
    more: Math.max(0, codes.length - most),
  }
}
