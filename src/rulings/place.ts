import type { Snapshot } from '../catalogue/snapshot.ts'
import type { ReplacedRegion } from '../lists/region.ts'
import type { Sentence } from '../lists/terms.ts'
import type { ReplacedCode } from './answer.ts'
import { placeName } from './place-name.ts'

/** The place of a question, and the code that was asked about where another one took its place. */
export interface Place {
  readonly region: string
  readonly replaced?: ReplacedRegion
}

/** Why a question about a code cannot be answered. */
export interface NoPlace {
  readonly refused: Sentence
}

/**
 * Where a question about a code is answered, for every door: the code itself where it is in force, else the one that took its place. Of
 * several that did, none is chosen.
 */
export function placeAsked(snapshot: Snapshot, code: string): Place | NoPlace {
  if (snapshot.regions.has(code)) return { region: code }
  const replaced = snapshot.replacedRegions.get(code)
  if (replaced === undefined) return { refused: unknown(code) }
  const [region, ...others] = replaced.to as [string, ...string[]]
  return others.length === 0 ? { region, replaced } : { refused: divided(snapshot, replaced) }
}

const unknown = (code: string): Sentence => ({
  zh: `行政区划代码 ${code} 不在本数据集之内；可在 /v1/regions?q= 按名称或代码查找`,
  en: `region ${code} is not among the regions of this dataset; look for it by name or code at /v1/regions?q=`,
})

function divided(snapshot: Snapshot, { code, name, until, to }: ReplacedRegion): Sentence {
  const successors = to.map((region) => `${region} ${placeName({ snapshot, region })}`).join('、')
  return {
    zh: `行政区划代码 ${code}（${name}）已${until ? `于${until}年` : ''}由几个地区取代，请改用其中之一：${successors}`,
    en: `region ${code} (${name}) was replaced${until ? ` in ${until}` : ''} by several; ask about one of them: ${successors}`,
  }
}

/** What an answer tells of a code that was replaced. */
export function replacedCode(snapshot: Snapshot, { code, name, until }: ReplacedRegion, region: string): ReplacedCode {
  const successor = { code: region, name: placeName({ snapshot, region }) }
  return { code, name, ...(until === undefined ? {} : { until }), successor }
}

/** The same in a sentence. */
export function replacedSentence({ code, name, until, successor }: ReplacedCode): Sentence {
  return {
    zh: `行政区划代码 ${code}（${name}）已${until ? `于${until}年` : ''}由 ${successor.code}（${successor.name}）取代，以下是对后者的答复。`,
    en: `Region ${code} (${name}) was replaced${until ? ` in ${until}` : ''} by ${successor.code} (${successor.name}), for which this is the answer.`,
  }
}
