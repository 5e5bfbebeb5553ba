import { Writable } from 'node:stream'
import { pino } from 'pino'

export type LogLine = Record<string, unknown> & { readonly level: number; readonly msg: string }

/** A logger whose lines can be read back. */
export function logLines() {
  const lines: LogLine[] = []
  const destination = new Writable({
    write(line, _encoding, done) {
      lines.push(JSON.parse(String(line)))
      done()
    },
  })
  return { logger: pino({}, destination), lines }
}
