const dayInMilliseconds = 86_400_000

/** The first serial number whose day is not touched by Excel's belief that 1900 was a leap year. */
const firstSound = 61
const lastKnown = 2_958_465

/** Excel's serial number of a day as YYYY-MM-DD; undefined where it is none. Workbooks that count from 1904 are not met in practice. */
export function dayOf(serial: number): string | undefined {
  if (!(serial >= firstSound && serial <= lastKnown)) return undefined
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * dayInMilliseconds).toISOString().slice(0, 10)
}
