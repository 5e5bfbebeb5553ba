import { setFlagsFromString } from 'node:v8'
import { run } from './program.ts'
import { redrawing } from './terminal.ts'

// On a machine with much memory V8 lets garbage pile up to 64 MB before it looks: a list of 5,000 rows then takes 390 MB, else 250.
setFlagsFromString('--semi-space-growth-factor=1')

// npm runs its scripts in the project's folder; what a person names is meant from the one where he stands.
const { npm_lifecycle_event: script, INIT_CWD: caller } = process.env
if (script === 'qingdan' && caller !== undefined) process.chdir(caller)

// A reader that stops early (| head) is no failure.
process.stdout.on('error', () => {})

process.exitCode = await run(process.argv.slice(2), process.env, {
  width: process.stdout.columns,
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(`${text}\n`),
  ...redrawing(process.stderr),
})
