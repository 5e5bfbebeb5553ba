// One measurement for measure-growth.ts, in a process of its own: load or ask, DATA_DIR, DATABASE_PATH, ITEMS. Prints JSON.
import { loadData } from '../../src/catalogue/load-data.ts'
import { openCatalogue } from '../../src/catalogue/open-catalogue.ts'
import { answerQuestion } from '../../src/rulings/answer-question.ts'
import type { Question } from '../../src/rulings/question.ts'
import { madeUpNames } from '../made-up-catalogue.ts'

/** Processor time per answer, in microseconds. */
export interface Asked {
  /** When each list is asked about for the first time. */
  readonly first: number
  /** 25 exact names of one county, asked again and again. */
  readonly exact: number
  /** Up to 20,000 different exact names, in as many counties as there are. */
  readonly spread: number
  readonly wrapped: number
  readonly candidates: number
}

const on = '2026-11-25'
const [what, dataDir = '', databasePath = '', items = ''] = process.argv.slice(2)
const processor = () => {
  const { user, system } = process.cpuUsage()
  return user + system
}

async function ask(): Promise<Asked> {
  const snapshot = await openCatalogue({ dataDir, databasePath })
  const asked = (wanted: number, written: (name: string) => string = (name) => name, counties?: number): Question[] =>
    madeUpNames(Number(items), wanted, counties).map(({ name, region }) => ({
      kind: 'certificate',
      name: written(name),
      region,
      on,
    }))
  const each = (questions: readonly Question[], count: number) => {
    const from = processor()
    for (let at = 0; at < count; at += 1) {
      answerQuestion(snapshot, questions[at % questions.length] as Question, 'zh')
    }
    return (processor() - from) / count
  }
  /** After a first round, in which everything is read and compiled. */
  const settled = (questions: readonly Question[], count: number) => {
    each(questions, Math.max(questions.length, count / 4))
    return each(questions, count)
  }
  const far = asked(20_000)
  const first = each(far, far.length)
  return {
    first,
    exact: settled(asked(25, undefined, 1), 200_000),
    spread: settled(far, 200_000),
    wrapped: settled(
      asked(500, (name) => `村委会出具的${name}（原件1份）`),
      20_000,
    ),
    candidates: settled(
      asked(500, (name) => `${name.slice(0, 3)}与${name.slice(3)}`),
      10_000,
    ),
  }
}

async function load(): Promise<{ seconds: number }> {
  const from = performance.now()
  await loadData({ dataDir, databasePath })
  return { seconds: (performance.now() - from) / 1000 }
}

process.stdout.write(JSON.stringify(what === 'load' ? await load() : await ask()))
