// Tells what the tests could not try on this machine, and how to have it tried; the last lines of npm test.
// node scripts/untried.ts [--tests | --packages]: only the test files, or Debian's packages, one a line
import { untried } from './optional-tools.ts'

const [, , only] = process.argv
const missing = untried()
const print = (lines: readonly string[]) => process.stdout.write(lines.map((line) => `${line}\n`).join(''))

if (only === '--tests') print(missing.flatMap(([, { tests }]) => tests))
else if (only === '--packages') print(missing.flatMap(([, { packages }]) => packages))
else if (missing.length > 0)
  print([
    'Everything else passed. Not tried on this machine:',
    ...missing.flatMap(([name, { proves, get, tests }]) => [
      `  ${name}: that ${proves}`,
      `    to have it tried: ${get}; then npx tap --disable-coverage ${tests.join(' ')}`,
    ]),
  ])
