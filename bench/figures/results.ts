/** What one load on one subject gave. Times in seconds unless they say otherwise. */
export interface Measurement {
  /** Which turn it was, counted on over the rounds of the run; of the growth, over its starts. */
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

/** How one size of made-up data was loaded, started and asked. */
export interface Grown {
  readonly items: number
  readonly loadSeconds: number
  readonly fileMegabytes: number
  /** Of each start: milliseconds to ready from an unchanged file, resident memory then and after the load. */
  readonly readyMilliseconds: readonly number[]
  readonly startedMegabytes: readonly number[]
  readonly askedMegabytes: readonly number[]
  /** Processor time of an answer without HTTP, in microseconds, the least of the rounds. */
  readonly microseconds: Readonly<Record<string, number>>
}

export interface Growth {
  readonly sizes: readonly Grown[]
  /** Each case is named after the question and the number of items: home-100. */
  readonly measurements: readonly Measurement[]
}

/** The file that a run leaves behind. */
export interface Results {
  readonly date: string
  readonly machine: {
    readonly cores: number
    readonly model: string
    readonly memoryGigabytes: number
    /** Load average of the minute before the run: what else was going on. */
    readonly busy: number
    /** Whether the load generator's core was kept from sleeping. */
    readonly loadCoreAwake: boolean
  }
  readonly node: string
  readonly options: { readonly seconds: number; readonly rounds: number; readonly connections: number }
  readonly subjects: Readonly<Record<string, string>>
  readonly cases: readonly {
    readonly id: string
    readonly title: string
    readonly questions: number
    /** Of an answer to one name. */
    readonly meanBytes: number
    /** How many names a request asks about. */
    readonly names: number
  }[]
  readonly measurements: readonly Measurement[]
  /** Milliseconds from the start of the process to ready: with the database still to be built, then with it unchanged. */
  readonly starts?: { readonly building: number; readonly unchanged: readonly number[] }
  readonly memory?: {
    readonly seconds: number
    /** Of each process. */
    readonly underMixedLoad: readonly {
      readonly afterStart: number
      readonly afterLoad: number
      readonly most: number
      /** After ten seconds of batches of 1,000 names, which came last. */
      readonly afterBatches?: number
    }[]
    readonly differentNames: number
    readonly differentPerSecond: number
    /** Every ten seconds while different names were asked. */
    readonly overNames: readonly number[]
  }
  readonly processes?: {
    readonly one: number
    readonly two: readonly { readonly where: string; readonly perSecond: number; readonly megabytes: number }[]
  }
  readonly growth?: Growth
}
