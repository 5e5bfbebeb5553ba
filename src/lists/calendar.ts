/** Whether a day written YYYY-MM-DD, or a month written YYYY-MM, exists (30 February does not). */
export function isInCalendar(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
