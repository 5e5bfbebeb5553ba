import { availableParallelism } from 'node:os'

/** Servers run on the last core, everything else on the first. */
export const serverCore = availableParallelism() - 1
export const loadCore = 0
/** A second server process gets a core of its own where there are three; otherwise both share one. */
export const secondCore = serverCore > 1 ? serverCore - 1 : serverCore
