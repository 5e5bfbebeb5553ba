import { openCatalogue } from './src/catalogue/open-catalogue.ts'
import { answerQuestion } from './src/rulings/answer-question.ts'
import { madeUpNames } from './bench/made-up-catalogue.ts'
const on = '2026-11-25'
const cpu = () => { const u = process.cpuUsage(); return (u.user + u.system) }
const sets = new Map()
for (const [n, wanted] of [[100, 25], [1000000, 25], [1000000, 20000]] as const) {
  const s = await openCatalogue({ dataDir: `/tmp/gr/${n}`, databasePath: `/tmp/gr/${n}.sqlite` })
  const qs = madeUpNames(n, wanted).map(({ name, region }) => ({ kind: 'certificate' as const, name, region, on }))
  for (const q of qs) answerQuestion(s, q, 'zh')
  sets.set(`${n}/${wanted}`, { s, qs, best: Infinity })
}
for (let r = 0; r < 7; r++) for (const set of sets.values()) {
  const c = cpu()
  for (let i = 0; i < 100000; i++) answerQuestion(set.s, set.qs[i % set.qs.length]!, 'zh')
  set.best = Math.min(set.best, (cpu() - c) / 100000)
}
for (const [k, { best }] of sets) console.log(k, best.toFixed(2))
console.log(Math.round(process.memoryUsage().rss / 1e6), process.memoryUsage())
