/** Whether a day written YYYY-MM-DD, or a month written YYYY-MM, exists (30 February does not). */
export function isInCalendar(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** A day that is known to the day, not to the month. */
export const wholeDay = (day: string | undefined): string | undefined => (day?.length === 10 ? day : undefined)

const dayLength = 24 * 60 * 60 * 1000
const chinaStandardTime = 8 * 60 * 60 * 1000

/** The day that lies so many days before another one, both YYYY-MM-DD. */
export function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - count * dayLength).toISOString().slice(0, 10)
}

/**
 * The day of an instant where the lists are in force, in Asia/Shanghai (UTC+8 without summer time since 1991), YYYY-MM-DD.
 * @param instant in milliseconds since 1970, as Date.now tells it
 */
export function shanghaiDay(instant: number): string {
  return new Date(instant + chinaStandardTime).toISOString().slice(0, 10)
}

/**
 * Tells again and again which day it is there. The text is made once a day: making it costs as much as finding an answer.
 * @param now the time in milliseconds since 1970, as Date.now tells it
 */
export function shanghaiDays(now: () => number): () => string {
  let known = Number.NaN
  let text = ''
  return () => {
    const instant = now()
    const day = Math.floor((instant + chinaStandardTime) / dayLength)
    if (day !== known) {
      known = day
      text = shanghaiDay(instant)
    }
    return text
  }
}
