import { isInCalendar } from '../../lists/days.ts'

const written =
  /^(\d{4})\s*(?:[-/.]|年)\s*(\d{1,2})(?:\s*(?:[-/.]|月)\s*(\d{1,2})\s*日?|\s*月?(?:底|末|底前|末前)?)\s*(?:前|之前|止)?$/u

/** The last day of a deadline as people write it, YYYY-MM-DD; a month without a day ends with its last. */
export function deadlineDay(text: string): string | undefined {
  const [, year, month = '', day] = written.exec(text.normalize('NFKC').trim()) ?? []
  if (year === undefined) return undefined
  const begun = `${year}-${month.padStart(2, '0')}`
  if (!isInCalendar(begun)) return undefined
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10)
  const whole = day === undefined ? last : `${begun}-${day.padStart(2, '0')}`
  return isInCalendar(whole) ? whole : undefined
}
