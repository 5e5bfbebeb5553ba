// Prints how fast the engine is and what an audit of 100,000 rows takes.  node bench/audit.ts [ROWS]
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCatalogue } from '../src/catalogue/read-snapshot.ts'
import { judgeIn } from '../src/checks/judge.ts'
import { readConfig } from '../src/config/config.ts'
import { answerQuestion } from '../src/rulings/answer-question.ts'
import { readArgument, whole } from './load/options.ts'
import { materialNames, writeSample } from './sample-materials.ts'

const rows = whole('ROWS', readArgument(process.argv.slice(2), 'node bench/audit.ts [ROWS]') ?? '100000')
const folder = mkdtempSync(join(tmpdir(), 'qingdan-bench-'))
const snapshot = await openCatalogue(readConfig(process.env))
const setting = { snapshot, region: '620802', on: '2026-11-22', language: 'zh' } as const
const print = (line: string) => process.stdout.write(`${line}\n`)

function rate(label: string, count: number, ask: (at: number) => unknown): void {
  for (let at = 0; at < count / 5; at += 1) ask(at)
  const start = performance.now()
  const before = process.cpuUsage()
  for (let at = 0; at < count; at += 1) ask(at)
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(before)
  const perSecond = (time: number) => Math.round(count / time).toLocaleString('en')
  // On a shared machine the second figure is the one to compare.
  print(
    `${label.padEnd(44)} ${perSecond(seconds)} names/s, ${perSecond((user + system) / 1e6)} per second of processor time`,
  )
}

const megabytes = (path: string) => (statSync(path).size / 2 ** 20).toFixed(1)

async function auditSample(different: boolean): Promise<void> {
  const materials = join(folder, 'materials.xlsx')
  await writeSample(materials, rows, snapshot, different)
  const papers = different ? 'each with a paper of its own that no list has' : 'as catalogues are'
  print(`\n${rows.toLocaleString('en')} rows, ${papers}, ${megabytes(materials)} MB of xlsx`)
  const cli = join(import.meta.dirname, '../src/cli/qingdan.ts')
  for (const kind of ['xlsx', 'csv', 'json', 'html']) {
    const report = join(folder, `report.${kind}`)
    const timed = spawnSync('/usr/bin/time', ['-f', '%e %M', process.execPath, cli, 'audit', materials, '-o', report], {
      encoding: 'utf8',
    })
    const [seconds, kilobytes] = timed.stderr.trim().split('\n').at(-1)?.split(' ') ?? []
    print(
      `audit to ${kind.padEnd(35)} ${seconds} s, ${Math.round(Number(kilobytes) / 1024)} MB resident, report ${megabytes(report)} MB, exit ${timed.status}`,
    )
  }
}

try {
  const { exact, similar } = materialNames(snapshot)
  const question = (name: string) => ({ kind: 'certificate', name, region: setting.region, on: setting.on }) as const
  const nth = (names: readonly string[], at: number) => names[at % names.length] as string
  rate('exact names, one by one', 500_000, (at) => answerQuestion(snapshot, question(nth(exact, at)), 'zh'))
  rate('names that need similarity, all different', 50_000, (at) =>
    answerQuestion(snapshot, question(`${nth(similar, at)}${at}`), 'zh'),
  )
  const judge = judgeIn(setting)
  rate('exact names, as an audit asks', 500_000, (at) => judge('certificate', nth(exact, at)))

  for (const different of [false, true]) await auditSample(different)
} finally {
  rmSync(folder, { recursive: true })
}
