import { execFile } from 'node:child_process'

interface Ended {
  readonly code: number
  readonly output: string
}

/**
 * Runs a program to its end, and for so many seconds at most. Its output is what it printed, in the order of the two streams: first
 * output, then errors.
 */
export function run(
  program: string,
  args: readonly string[],
  cwd: string,
  environment = {},
  seconds = 300,
): Promise<Ended> {
  // tap sets NODE_OPTIONS anew for whatever a test starts, so it is taken away behind that: what measures coverage would also be loaded
  // into every Node that the program starts, and may be absent there.
  const command = ['-u', 'NODE_OPTIONS', program, ...args]
  const env = { ...process.env, ...environment }
  return new Promise((resolve) => {
    execFile('env', command, { cwd, env, timeout: seconds * 1000, maxBuffer: 10_000_000 }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? -1) : 0, output: stdout + stderr })
    })
  })
}
