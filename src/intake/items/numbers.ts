import type { Entry } from '../entry.ts'
import type { Findings } from '../findings.ts'
import * as entryWords from '../messages/entry-messages.ts'
import { numberedInOrder, numberGap, restarted } from '../messages/item-messages.ts'
import { itemNumber } from '../table/number.ts'

/** What numbers may start anew with: the table, the batch, the heading, the merged cell of a department. */
const run = (entry: Entry | undefined) => `${entry?.run} ${entry?.values.get('category')?.map((value) => value.text)}`
/** The first of them where rows of a merged name have several. */
const printed = (entry: Entry) => entry.values.get('no')?.[0]?.text ?? ''

/** 1-1, 1-2, 2-1: the group, and the number within it. */
const WITHIN = /^\s*([\d０-９]{1,3})\s*[-－—–.．]\s*([\d０-９]{1,3})\s*$/

/** Doubts a number that does not go on from the one before: within its group, or with the first of the next. */
function checkWithin(entries: readonly Entry[], findings: Findings): void {
  let [group, no] = [0, 0]
  for (const entry of entries) {
    const [next, within] = (WITHIN.exec(printed(entry)) as RegExpExecArray)
      .slice(1)
      .map((digits) => Number(digits.normalize('NFKC'))) as [number, number]
    const goesOn = next === group ? within === no + 1 : next === group + 1 && within === 1
    if (!goesOn && !findings.isKept(entry.place))
      findings.doubts.push(entryWords.missingNumber(entry.place, `${group}-${no}`, printed(entry)))
    group = next
    no = within
  }
}

/**
 * The number of each item, unique in the list. Printed numbers stand as they are. Where they start anew (by batch, table or
 * department), or none is printed, items are numbered in order, and that is said; anything else is doubted.
 */
export function itemNumbers(entries: readonly Entry[], findings: Findings): number[] {
  if (entries.length === 0) return []
  const inOrder = entries.map((_, at) => at + 1)
  if (findings.options.renumber || entries.some((entry) => entry.cut)) {
    findings.notices.push(numberedInOrder())
    return inOrder
  }
  if (entries.every((entry) => printed(entry) === '')) {
    findings.notices.push(numberedInOrder())
    return inOrder
  }
  if (entries.every((entry) => WITHIN.test(printed(entry)))) {
    checkWithin(entries, findings)
    findings.notices.push(restarted())
    return inOrder
  }
  const numbers: number[] = []
  let anew = false
  for (const entry of entries) {
    const no = itemNumber(printed(entry))
    const before = numbers.at(-1) ?? 0
    const last = entries[numbers.length - 1]
    if (no === undefined) findings.doubts.push(entryWords.noNumber(entry.place, printed(entry)))
    else if (no === 1 && before > 0 && run(last) !== run(entry)) anew = true
    else if (no <= before) findings.doubts.push(entryWords.sameNumber(entry.place, no))
    else if (no > before + 1) {
      const whole = (findings.options.completeness ?? 'complete') === 'complete'
      const explained = findings.skippedBetween(last?.place, entry.place) >= no - before - 1
      if (whole && !explained && !findings.isKept(entry.place))
        findings.doubts.push(entryWords.missingNumber(entry.place, before, no))
      else findings.warnings.push(numberGap(entry.place, before, no))
    }
    numbers.push(no ?? before + 1)
  }
  if (!anew) return numbers
  findings.notices.push(restarted())
  return inOrder
}
