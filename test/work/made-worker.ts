import { serveWork } from '../../src/work/serve-work.ts'

/** What the process of these tests can do. */
export type Task = 'tell' | 'throw' | 'never' | 'devour' | 'leave'

serveWork(async (task: Task) => {
  const devoured = new Map<number, number>()
  switch (task) {
    case 'tell':
      return process.pid
    case 'throw':
      throw new TypeError('the work failed')
    case 'never':
      for (;;) devoured.set(0, 0)
    case 'devour':
      for (;;) devoured.set(devoured.size, 0)
    case 'leave':
      process.exit(3)
  }
})
