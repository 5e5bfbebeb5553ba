// What reading a name costs: over today's lists by method, and over 100,000 made-up items. Prints a table, then JSON.
// node bench/names.ts
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { readData } from '../src/catalogue/read-data.ts'
import { indexList } from '../src/names/index-list.ts'
import { indexRecords } from '../src/names/index-records.ts'
import { readName } from '../src/names/read-name.ts'
import type { Scope } from '../src/names/scope.ts'

const data = readData(join(import.meta.dirname, '..', 'data'))
const ofCertificates = ({ kind }: { readonly kind: string }) => kind === 'certificate'
const print = (line: string) => process.stdout.write(`${line}\n`)
// The collector as --expose-gc would give it, so that memory is always measured.
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const held = () => {
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
const always = () => true

const beforeRecords = held()
const records = indexRecords(data.names.find(ofCertificates) ?? { recorded: [] })
readName('建在证明', { lists: [], records }, always)
const recordsBytes = held() - beforeRecords

const today: Scope = { records, lists: data.lists.filter(ofCertificates).map((list) => indexList(list, records)) }

/** Median, 95th percentile and rate of one call, in microseconds. */
function measure(names: readonly string[], scope: Scope, calls: number) {
  for (let call = 0; call < Math.min(calls, 2000); call += 1)
    readName(names[call % names.length] as string, scope, always)
  const times: number[] = []
  const start = performance.now()
  for (let call = 0; call < calls; call += 1) {
    const from = performance.now()
    readName(names[call % names.length] as string, scope, always)
    times.push((performance.now() - from) * 1000)
  }
  const seconds = (performance.now() - start) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number) => Number((times[Math.floor(share * (times.length - 1))] as number).toFixed(1))
  return { median: at(0.5), p95: at(0.95), max: at(1), perSecond: Math.round(calls / seconds) }
}

const cases: Record<string, string[]> = {
  exact: ['无犯罪记录证明', '婚姻状况证明', '亲属关系证明', '死亡证明'],
  sub_name: ['收入证明', '户籍证明', '分居证明'],
  'recorded none': ['居住证明', '健康证明', '转学证明'],
  'recorded ask': ['家庭经济困难证明', '曾用名证明', '独生子女证明'],
  synonym: ['失业证明', '单身证明', '养狗证明', '身份证丢失证明'],
  script: ['婚姻關係證明', '無犯罪記錄證明'],
  note: ['无犯罪记录证明（原件1份）', '疾病状况证明（盖章）'],
  issuer: ['柳湖镇某某村村民委员会亲属关系证明', '村委会出具的婚姻状况证明'],
  composed: ['结婚证遗失证明', '父亲死亡证明', '证明我妈是我妈'],
  typo: ['建在证明', '婚姻壮况证明', '遗产继承全证明'],
  similar: ['残疾人就业证明', '老人走访慰问证明', '某某家庭婚姻变化证明'],
  none: ['今天天气怎么样', '水表拆卸证明'],
}
const methods = Object.entries(cases).map(([method, names]) => ({ method, ...measure(names, today, 20_000) }))

const STEMS = [
  ...'城乡居民医疗保险缴费补贴登记申请土地流转承包经营宅基农房建设林业水利灌溉养护生态补偿就业培训创业扶持教育资助救助临时',
]
const pick = (seed: number, salt: number) => STEMS[(Math.imul(seed + salt, 2654435761) >>> 7) % STEMS.length] as string
const stem = (seed: number) => Array.from({ length: 4 + (seed % 5) }, (_, place) => pick(seed, place * 7919)).join('')
const size = 100_000
const items = Array.from({ length: size }, (_, index) => ({ no: index + 1, name: `${stem(index)}${index % 97}证明` }))
const beforeList = held()
const started = performance.now()
const large: Scope = { records, lists: [indexList({ id: 'made-up', items }, records)] }
const indexed = performance.now() - started
const bytesPerItem = Math.round((held() - beforeList) / size)
const misses = Array.from(
  { length: 200 },
  (_, index) => `${stem(index * 31 + 5).slice(0, 4)}${stem(index * 17 + 3).slice(1, 4)}证明`,
)
const big = [
  {
    method: 'exact at 100,000',
    ...measure(
      items.slice(500, 700).map(({ name }) => name),
      large,
      20_000,
    ),
  },
  { method: 'miss with candidates at 100,000', ...measure(misses, large, 2_000) },
]

for (const row of [...methods, ...big]) {
  print(`${row.method.padEnd(34)} median ${row.median} µs  p95 ${row.p95} µs  max ${row.max} µs  ${row.perSecond}/s`)
}
const asked = misses.filter((name) => readName(name, large, always).verdict === 'ask').length
const memory = { recordsMegabytes: Number((recordsBytes / 1e6).toFixed(1)), bytesPerItem }
print(
  JSON.stringify({
    methods,
    big,
    missesAsked: `${asked}/${misses.length}`,
    indexMilliseconds: Math.round(indexed),
    ...memory,
  }),
)
