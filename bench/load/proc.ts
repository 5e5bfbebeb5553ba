import { readFileSync } from 'node:fs'

/** How many ticks a second of processor time has in /proc on Linux, on every architecture Node runs on. */
const ticks = 100

/** Processor time that a process has used so far, in seconds. */
export function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticks
}

/** Resident memory of a process now, or the most it ever had, in megabytes of 1,000,000 bytes. */
export function residentMegabytes(pid: number, which: 'now' | 'most' = 'now'): number {
  const field = { now: /^VmRSS:\s+(\d+)/m, most: /^VmHWM:\s+(\d+)/m }[which]
  const kibibytes = field.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kibibytes) * 0.01024) / 10
}
