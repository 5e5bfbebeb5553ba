const chinaStandardTime = 8 * 60 * 60 * 1000

/** The day of an instant where the lists are in force, in Asia/Shanghai (UTC+8 without summer time since 1991), YYYY-MM-DD. */
export function shanghaiDay(instant: Date): string {
  return new Date(instant.getTime() + chinaStandardTime).toISOString().slice(0, 10)
}
