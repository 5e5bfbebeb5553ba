/** What one load on one subject gave. Times in seconds unless they say otherwise. */
export interface Measurement {
  readonly round: number
  readonly case: string
  readonly subject: string
  readonly requests: number
  readonly perSecond: number
  readonly microsecondsP50: number
  readonly microsecondsP99: number
  /** Shares of a core that the server and the load generator used. */
  readonly serverShare: number
  readonly loadShare: number
  readonly residentMegabytes: number
}

/** The file that a run leaves behind. */
export interface Results {
  readonly date: string
  readonly machine: { readonly cores: number; readonly model: string; readonly memoryGigabytes: number }
  readonly node: string
  readonly options: { readonly seconds: number; readonly rounds: number; readonly connections: number }
  readonly subjects: Readonly<Record<string, string>>
  readonly cases: Readonly<Record<string, { title: string; questions: number; meanBytes: number }>>
  readonly measurements: readonly Measurement[]
  /** Milliseconds from the start of the process to ready: with the database still to be built, then with it unchanged. */
  readonly starts?: { readonly building: number; readonly unchanged: readonly number[] }
  readonly memory?: {
    readonly seconds: number
    readonly afterStart: number
    readonly afterLoad: number
    readonly differentNames: number
    readonly afterNames: number
  }
  readonly processes?: {
    readonly sameCore: boolean
    readonly one: number
    readonly two: number
    readonly megabytes: number
  }
}
