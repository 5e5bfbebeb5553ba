import { Histogram } from 'prom-client'
import { durations, type Traffic } from './traffic.ts'

const name = 'qingdan_request_duration_seconds'
const help = 'How long requests took'

/** The histogram of durations, read from the counts that the traffic keeps: observing each request here would cost far more. */
class DurationMetric extends Histogram<'le'> {
  readonly #traffic: Traffic

  constructor(traffic: Traffic) {
    super({ name, help, registers: [] })
    this.#traffic = traffic
  }

  /** What the library prints; its own get() reads it from here too. */
  async getForPromString() {
    const { slots, seconds } = this.#traffic
    let count = 0
    const buckets = durations.map((bound, slot) => {
      count += slots[slot] as number
      const le = bound === Number.POSITIVE_INFINITY ? '+Inf' : bound
      return { metricName: `${name}_bucket`, labels: { le }, value: count }
    })
    const totals = [
      { metricName: `${name}_sum`, labels: {}, value: seconds },
      { metricName: `${name}_count`, labels: {}, value: count },
    ]
    return { name, help, type: 'histogram', aggregator: 'sum', values: [...buckets, ...totals] }
  }
}

export const durationMetric = (traffic: Traffic): Histogram<'le'> => new DurationMetric(traffic)
