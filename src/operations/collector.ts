import { BatchSpanProcessor, type ReadableSpan, type SpanExporter } from '@opentelemetry/sdk-trace-node'
import type { FastifyBaseLogger } from 'fastify'

type Told = Parameters<SpanExporter['export']>[1]
type Result = Parameters<Told>[0]

/** How long a collector that takes nothing is left alone before it is tried again, in milliseconds. */
const leftAlone = 5000

/** Where spans that are lost are counted. */
export interface CountedSpans {
  lostSpans: number
}

/** Who has to know whether spans are of use. */
interface Watcher {
  readonly gone: () => void
  readonly back: () => void
}

/**
 * A collector that may be away. While it is, no spans are made or sent but one, again and again, until it is taken: what waits for a collector
 * that never answers would fill the memory, and making spans that nobody takes would cost callers the time. Both ends are told once.
 */
export class Collector implements SpanExporter {
  readonly #exporter: SpanExporter
  readonly #counted: CountedSpans
  readonly #logger: FastifyBaseLogger
  readonly #watcher: Watcher
  /** How the sending failed; null while spans are taken. */
  #failure: Result | null = null
  #lostBefore = 0
  /** How many spans were handed over by the queue in front. */
  handed = 0

  constructor(exporter: SpanExporter, counted: CountedSpans, logger: FastifyBaseLogger, watcher: Watcher) {
    this.#exporter = exporter
    this.#counted = counted
    this.#logger = logger
    this.#watcher = watcher
  }

  /** Whether it takes nothing. */
  get away(): boolean {
    return this.#failure !== null
  }

  export(spans: ReadableSpan[], done: Told): void {
    this.handed += spans.length
    if (this.#failure) {
      this.#counted.lostSpans += spans.length
      done(this.#failure)
      return
    }
    this.#exporter.export(spans, (result) => {
      if (result.error) this.#fail(result, spans)
      done(result)
    })
  }

  /** Nothing is waited for that would only fail. */
  shutdown(): Promise<void> {
    return this.away ? Promise.resolve() : this.#exporter.shutdown()
  }

  #fail(result: Result, spans: readonly ReadableSpan[]): void {
    // Several may be on their way at once.
    if (!this.#failure) {
      this.#failure = result
      this.#lostBefore = this.#counted.lostSpans
      this.#logger.warn({ err: result.error }, 'the collector takes no traces')
      this.#watcher.gone()
      this.#tryLater(spans.slice(-1))
    }
    this.#counted.lostSpans += spans.length
  }

  #tryLater(spans: ReadableSpan[]): void {
    const attempt = () =>
      this.#exporter.export(spans, (result) => {
        if (result.error) this.#tryLater(spans)
        else this.#recover()
      })
    setTimeout(attempt, leftAlone).unref()
  }

  #recover(): void {
    this.#failure = null
    this.#logger.warn({ lost: this.#counted.lostSpans - this.#lostBefore }, 'the collector takes traces again')
    this.#watcher.back()
  }
}

/** How many spans wait at most, unless the variable of OpenTelemetry says otherwise. */
const mostWaiting = 2048

/** Spans that wait for a collector, no more than a number of them: those that find no room are lost and counted. */
export class SpanQueue extends BatchSpanProcessor {
  readonly #collector: Collector
  readonly #counted: CountedSpans
  readonly #most: number
  #taken = 0

  constructor(collector: Collector, counted: CountedSpans, environment: NodeJS.ProcessEnv) {
    const most = Number(environment.OTEL_BSP_MAX_QUEUE_SIZE) || mostWaiting
    super(collector, { maxQueueSize: most })
    this.#collector = collector
    this.#counted = counted
    this.#most = most
  }

  override onEnd(span: ReadableSpan): void {
    if (this.#taken - this.#collector.handed >= this.#most) {
      this.#counted.lostSpans += 1
      return
    }
    this.#taken += 1
    super.onEnd(span)
  }
}
