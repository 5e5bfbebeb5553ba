const chinaStandardTime = 8 * 60 * 60 * 1000

/** The day in Asia/Shanghai (UTC+8 without summer time since 1991), YYYY-MM-DD. */
export function todayInShanghai(now: Date): string {
  return new Date(now.getTime() + chinaStandardTime).toISOString().slice(0, 10)
}
