import t from 'tap'
import type { Snapshot } from '../../src/catalogue/snapshot.ts'
import { Body } from '../../src/lists/terms.ts'
import { answerQuestion } from '../../src/rulings/answer-question.ts'
import type { Question } from '../../src/rulings/question.ts'
import { ask } from '../ask-service.ts'
import { build, loadSnapshot } from '../build-service.ts'
import { reviewedData } from '../data-folder.ts'
import fc from '../property.ts'
import { budget, seed } from '../prove/budget.ts'
import { everyName } from '../prove/every-name.ts'

const parameters = { seed, numRuns: budget(3000, 60_000) }
t.comment(`PROVE_SEED=${seed}`)

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

/** Every citation anywhere in an answer. */
function citationsIn(value: unknown): { documentId: string; version: string | null; from?: string; to?: string }[] {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.values(value).flatMap(citationsIn)
  return 'documentId' in value ? [...inside, value as ReturnType<typeof citationsIn>[number]] : inside
}

const laws = new Map(reviewedData().documents.map(({ id, versions = [] }) => [id, versions]))

function untimely(snapshot: Snapshot, question: Question): string[] {
  return citationsIn(answerQuestion(snapshot, question, 'zh')).flatMap(({ documentId, version, from, to }) => {
    const known = laws.get(documentId)?.find((one) => one.date === version)
    if (version === null) return []
    const timely = known && known.from <= question.on && (known.to ?? question.on) >= question.on
    const said = from !== undefined && from <= question.on && (to ?? question.on) >= question.on
    return timely && said ? [] : [`${question.name} on ${question.on}: ${documentId} (${version})`]
  })
}

t.test('no answer cites a version on a day on which it is not in force, whatever is asked and of whom', async (t) => {
  const snapshot = await loadSnapshot(t)
  const names = everyName(reviewedData())
  const body = fc.option(fc.constantFrom(...Body.enum), { nil: undefined })
  fc.assert(
    fc.property(fc.constantFrom(...names), day, body, fc.constantFrom('620802', '100000'), (one, on, asked, region) => {
      const question = { ...one, region, on, ...(asked ? { body: asked } : {}) }
      const [wrong] = untimely(snapshot, question)
      if (wrong) throw new Error(wrong)
    }),
    parameters,
  )
})

t.test(
  'every item asked by its id on the days on which versions change cites what is in force on that day',
  async (t) => {
    const snapshot = await loadSnapshot(t)
    const turns = [...laws.values()].flat().flatMap(({ from, to, date }) => [date, from, ...(to ? [to] : [])])
    const days = [...new Set(turns)].filter((one) => one >= '2018-01-01')
    const wrong = [...snapshot.lists.values()].flatMap(({ id, kind, items }) =>
      items.flatMap(({ no }) =>
        days.flatMap((on) => untimely(snapshot, { kind, name: `${id}/${no}`, region: '620802', on })),
      ),
    )
    t.same(wrong, [])
  },
)

t.test('nothing vanishes between versions: an item stands on every day from its first to its last', async (t) => {
  const snapshot = await loadSnapshot(t)
  for (const list of snapshot.lists.values()) {
    for (const { no, bases = [] } of list.items) {
      const spans = bases.map(({ document, version, from, to }) => {
        const known = laws.get(document)?.find(({ date }) => date === version)
        return { from: from ?? known?.from ?? '', to: to ?? known?.to ?? '2099-12-31' }
      })
      const last =
        spans
          .map(({ to }) => to)
          .sort()
          .at(-1) ?? ''
      const first = spans.map(({ from }) => from).sort()[0] ?? ''
      const edges = spans.flatMap(({ from, to }) => [from, to].flatMap((one) => [one, following(one)]))
      for (const on of edges.filter((one) => one >= first && one <= last))
        t.ok(list.holds(no, { on }), `${list.id}/${no} on ${on}`)
    }
  }
})

function following(one: string): string {
  return new Date(Date.parse(`${one}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

t.test('what was cited before its day is cited on its day, and the law before it until then', async (t) => {
  const { app } = await build(t)
  const cited = async (name: string, on: string) => {
    const { findings } = await ask(app, 'task', name, { on })
    return findings.map(({ effect, citation: { document, version, clause } }) => [effect, document, version, clause])
  }
  const noise = (law: string, version: string, clause: string) => ['assists', law, version, clause]
  t.same(await cited('噪声污染防治协助', '2026-04-01'), [noise('噪声污染防治法', '2021-12-24', '第八条')])
  t.same(await cited('噪声污染防治协助', '2026-08-15'), [noise('生态环境法典', '2026-03-12', '第五百四十九条')])
  for (const on of ['2023-10-01', '2021-06-01'])
    t.same(await cited('未成年人保护专人专岗、信息档案', on), [
      ['own_duty', '未成年人保护法', '2020-10-17', '第四十三条'],
    ])
  t.same(await cited('社会救助协助', '2026-06-30'), [['assists', '社会救助暂行办法', '2019-03-02', '第四条']])
  t.same(await cited('社会救助协助', '2026-07-01'), [['assists', '社会救助法', '2026-04-30', '第五条']])
  t.same(await cited('农业普查协助', '2026-04-30'), [['own_duty', '全国农业普查条例', '2006-08-23', '第十七条']])
  t.same(await cited('农业普查协助', '2026-05-01'), [['assists', '全国农业普查条例', '2026-03-20', '第十七条']])
  t.match(await ask(app, 'task', '突发公共卫生事件协助', { on: '2026-01-01' }), {
    findings: [
      {
        citation: { document: '突发公共卫生事件应对法', version: '2025-09-12' },
        also: [{ document: '突发公共卫生事件应急条例', version: '2011-01-08' }],
      },
    ],
  })
})

t.test('what a law permits or encourages is no duty, and what binds governments is none of a village', async (t) => {
  const { app } = await build(t)
  for (const name of ['家庭教育指导服务站点', '农产品质量安全信息员', '突发事件信息报告员', '志愿消防队等消防组织']) {
    const { findings, reason } = await ask(app, 'task', name)
    t.match(findings, [{ effect: 'permits', note: /兼职|不是义务|按需要决定/ }], name)
    t.notMatch(reason, /属于/)
  }
  const { findings } = await ask(app, 'task', '法治宣传教育')
  t.same(
    findings.flatMap(({ citation, also = [] }) => [citation, ...also]).map(({ document }) => document),
    ['村民委员会组织法', '城市居民委员会组织法'],
  )
})
