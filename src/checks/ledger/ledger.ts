import { type Answer, type Outcome, outcomes } from '../../rulings/answer.ts'
import { placeName } from '../../rulings/place-name.ts'
import type { Board } from '../boards/observed-board.ts'
import { type Survey, survey } from '../boards/survey.ts'
import { type Judge, judgeIn, type Setting } from '../judge.ts'
import type { WrittenBeside } from '../written-beside.ts'

/** Work that a village was given, and by whom. */
export interface Task {
  readonly name: string
  readonly department?: string
  readonly written?: WrittenBeside
}

/** A certificate that a village is asked for, and for what. */
export interface Certificate {
  readonly name: string
  readonly issuer?: string
  readonly service?: string
  readonly department?: string
  readonly written?: WrittenBeside
}

/** What one village found when it looked at itself (三(一): 全面摸排自查，建立工作台账). */
export interface SelfCheck {
  readonly village?: string
  readonly tasks: readonly Task[]
  readonly boards: readonly Board[]
  readonly certificates: readonly Certificate[]
}

/** The ledger of a self-check: everything found, with its answer. */
export interface Ledger {
  readonly village?: string
  /** The place in full: 湖北省宜昌市夷陵区. */
  readonly place: string
  readonly tasks: readonly (Task & { readonly answer: Answer })[]
  readonly boards: Survey
  readonly certificates: readonly (Certificate & { readonly answer: Answer })[]
  readonly counts: {
    readonly tasks: Readonly<Record<Outcome, number>>
    readonly boards: Survey['counts']
    readonly certificates: Readonly<Record<Outcome, number>>
  }
}

/** Judges a village's self-check. */
export function ledgerOf(
  setting: Setting,
  { village, tasks, boards, certificates }: SelfCheck,
  judge: Judge = judgeIn(setting),
): Ledger {
  const judgedTasks = tasks.map((task) => ({ ...task, answer: judge('task', task.name) }))
  const judgedCertificates = certificates.map((one) => ({ ...one, answer: judge('certificate', one.name, one.issuer) }))
  const surveyed = survey(setting, boards, judge)
  return {
    ...(village === undefined ? {} : { village }),
    place: placeName(setting),
    tasks: judgedTasks,
    boards: surveyed,
    certificates: judgedCertificates,
    counts: { tasks: counted(judgedTasks), boards: surveyed.counts, certificates: counted(judgedCertificates) },
  }
}

function counted(judged: readonly { readonly answer: Answer }[]): Record<Outcome, number> {
  const count = (outcome: Outcome) => judged.filter(({ answer }) => answer.outcome === outcome).length
  return Object.fromEntries(outcomes.map((outcome) => [outcome, count(outcome)])) as Record<Outcome, number>
}
