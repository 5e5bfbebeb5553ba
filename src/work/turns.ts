/** For how long work holds the event loop before it lets others run, in milliseconds. */
const longest = 10

const waiting: (() => void)[] = []

/** Lets the one run that waits longest, and the next after whatever else there is to do: however many work, they hold the loop no longer than one. */
function next(): void {
  waiting.shift()?.()
  if (waiting.length > 0) setImmediate(next)
}

/** Work that grows with what somebody sent and stays in this process. It looks at `over` after each small piece, and waits for its next turn. */
export class Turn {
  /** The first turn begins when it was waited for. */
  #began = Number.NEGATIVE_INFINITY

  get over(): boolean {
    return performance.now() - this.#began >= longest
  }

  async next(): Promise<void> {
    await new Promise<void>((resolve) => {
      if (waiting.push(resolve) === 1) setImmediate(next)
    })
    this.#began = performance.now()
  }
}
