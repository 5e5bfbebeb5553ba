import { openCatalogue } from './src/catalogue/open-catalogue.ts'
import { answerQuestion } from './src/rulings/answer-question.ts'
import { madeUpNames } from './bench/made-up-catalogue.ts'
const on = '2026-11-25'
const cpu = () => { const u = process.cpuUsage(); return (u.user + u.system) }
const mb = () => Math.round(process.memoryUsage().rss / 1e6)
for (const n of process.argv.slice(2).map(Number)) {
  const t = performance.now()
  const s = await openCatalogue({ dataDir: `/tmp/gr/${n}`, databasePath: `/tmp/gr/${n}.sqlite` })
  console.log(n, 'open', (performance.now() - t).toFixed(0), 'ms', mb(), 'MB')
  for (const wanted of [25, 2600, 20000]) {
    const names = madeUpNames(n, wanted)
    if (names.length < wanted && wanted > 25 && n < 1e6) continue
    for (const [how, of] of [['exact', (x: string) => x], ['wrapped', (x: string) => `村委会出具的${x}（原件1份）`], ['candidates', (x: string) => `${x.slice(0, 3)}与${x.slice(3)}`]] as const) {
      const qs = names.map(({ name, region }) => ({ kind: 'certificate' as const, name: of(name), region, on }))
      const c0 = cpu()
      for (const q of qs) answerQuestion(s, q, 'zh')
      const first = (cpu() - c0) / qs.length
      const outcomes: Record<string, number> = {}
      for (const q of qs) { const o = answerQuestion(s, q, 'zh').outcome; outcomes[o] = (outcomes[o] ?? 0) + 1 }
      const rounds = how === 'exact' ? 100000 : 20000
      const c = cpu()
      for (let i = 0; i < rounds; i++) answerQuestion(s, qs[i % qs.length]!, 'zh')
      const each = (cpu() - c) / rounds
      console.log(n, names.length, how, 'first', first.toFixed(1), 'µs; then', each.toFixed(2), 'µs', JSON.stringify(outcomes), mb(), 'MB')
    }
  }
}
