#!/usr/bin/env node
import { run } from './cli/program.ts'

// A reader that stops early (| head) is no failure.
process.stdout.on('error', () => {})

process.exitCode = await run(process.argv.slice(2), process.env, {
  ...(process.stdout.isTTY ? { width: process.stdout.columns } : {}),
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(`${text}\n`),
  ...(process.stderr.isTTY ? { redraw: (text: string) => process.stderr.write(`\r\u001b[2K${text}`) } : {}),
})
