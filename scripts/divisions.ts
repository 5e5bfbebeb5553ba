import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { replaceFile } from '../src/files/replace-file.ts'
import { divisionsText } from './divisions-file.ts'

/** Named in the file itself: nothing in data/ is without a source. */
const source = [
  'GB/T 2260 县级以上行政区划代码，由 scripts/divisions.ts 从以下三份表生成。',
  '在用代码、名称和被取代代码的去向：mumuy/data_location（MIT 许可，2026年4月版）。',
  '起止年份及按年份核对的去向：yescallop/areacodes（CC0 1.0）。',
  '上级由代码得出：有同前四位的市、州、盟、地区的归其管辖，没有的（直辖市的区县、省直辖的县市）归省级。',
  '未收“市辖区”等汇总码，它们不是行政区划；未收港澳台地区，在用代码表中没有。',
  '两表去向不一致而不能辨明的，各去向都列出。',
].join('')

const [current, replaced, history] = process.argv.slice(2)
if (current === undefined || replaced === undefined || history === undefined) {
  throw new Error('node scripts/divisions.ts CURRENT.tsv REPLACED.tsv HISTORY.csv')
}
const read = (path: string) => readFileSync(path, 'utf8')
await replaceFile(
  join(import.meta.dirname, '../data/regions.json'),
  divisionsText(source, { current: read(current), replaced: read(replaced), history: read(history) }),
)
