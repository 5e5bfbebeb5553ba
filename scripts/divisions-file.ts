import type { Region, ReplacedRegion } from '../src/lists/region.ts'

/** The three tables, as text: codes in force, codes replaced with their successors, and the lives of each code with years. */
export interface Tables {
  /** code, name; tabs between. */
  readonly current: string
  /** old code, old name, new codes (| between several); tabs between. */
  readonly replaced: string
  /** code, province, prefecture, name, level, state, first year, last year, new codes (; between several, [year] behind a part that went earlier); commas between. */
  readonly history: string
}

/** What a code stood for, and when. A code may have had several lives. */
interface Life {
  readonly name: string
  readonly since: number
  readonly until: number | undefined
  readonly successors: readonly string[]
}

const country = '100000'
/** Codes that add up districts or counties and are no division themselves. */
const noDivision = /^(?:市辖区|县|(?:省|自治区)直辖县级行政(?:区划|单位))$/

const rows = (text: string, separator: string) =>
  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split(separator))

/** What lies above a code: its city or prefecture where there is one, its province else, for a county may be administered by its province. */
function parentOf(code: string, known: ReadonlyMap<string, string>): string {
  if (code.endsWith('0000')) return country
  const city = `${code.slice(0, 4)}00`
  return code !== city && known.has(city) ? city : `${code.slice(0, 2)}0000`
}

function livesOf(history: string): Map<string, Life[]> {
  const lives = rows(history, ',').map(([code = '', , , name = '', , , since, until, successors = '']) => ({
    code,
    name,
    since: Number(since),
    until: until ? Number(until) : undefined,
    // Behind a code with a year stands what took over a part of it long before its end.
    successors: successors.split(';').filter((one) => /^\d{6}$/.test(one)),
  }))
  return Map.groupBy(
    lives.sort((a, b) => a.since - b.since),
    ({ code }) => code,
  )
}

/** The codes in force to which a chain of successors leads. */
type Follow = (code: string) => readonly string[]

/** Follows a table of successors to what is in force; a code that leads back to itself leads nowhere. */
function following(inForce: ReadonlyMap<string, string>, next: (code: string) => readonly string[]): Follow {
  const follow = (code: string, passed: readonly string[]): string[] => {
    if (inForce.has(code)) return [code]
    return passed.includes(code) ? [] : next(code).flatMap((one) => follow(one, [...passed, code]))
  }
  return (code) => unique(next(code).flatMap((one) => follow(one, [code])))
}

/** Follows the lives of codes year by year: a code that was used again means what it stood for when it took over. */
function followingLives(
  inForce: ReadonlyMap<string, string>,
  lives: ReadonlyMap<string, readonly Life[]>,
  elsewhere: Follow,
): Follow {
  const follow = (code: string, year: number): readonly string[] => {
    const after = (lives.get(code) ?? []).find(({ until }) => until === undefined || until > year)
    if (after?.until !== undefined) {
      const { until, successors } = after
      return successors.flatMap((one) => follow(one, until))
    }
    // In force when this table was made; the other one may be newer.
    return inForce.has(code) ? [code] : elsewhere(code)
  }
  return (code) => {
    // Only what has ended has successors.
    const last = lives.get(code)?.at(-1)
    return last === undefined ? [] : unique(last.successors.flatMap((one) => follow(one, last.until as number)))
  }
}

const unique = (codes: readonly string[]) => [...new Set(codes)].sort()

/**
 * What became of a code where one table names these (with their years) and the other one those. Where they contradict each other and neither
 * is the more exact one, all are named, and none is chosen.
 */
function agreed(code: string, dated: readonly string[], undated: readonly string[]): readonly string[] {
  const [one, other] = [dated[0], undated[0]]
  if (one === undefined || other === undefined) return one === undefined ? undated : dated
  if (undated.length > 1) return unique([...dated, ...undated])
  if (dated.length > 1 || one === other) return dated
  const holds = (above: string, below: string) => below.startsWith(above.replace(/(?:00)+$/, ''))
  if (holds(other, one)) return dated
  if (holds(one, other)) return undated
  const near = (successor: string) => successor.startsWith(code.slice(0, 4))
  return near(one) && !near(other) ? dated : unique([one, other])
}

/** All divisions down to the county, each with what lies above it, and all codes that were replaced, with what is in force in their place. */
export function divisions({ current, replaced, history }: Tables): { regions: Region[]; replaced: ReplacedRegion[] } {
  const inForce = new Map(rows(current, '\t').map(([code = '', name = '']) => [code, name]))
  const lives = livesOf(history)
  const old = new Map(
    rows(replaced, '\t').map(([code = '', name = '', to = '']) => [code, { name, to: to.split('|') }]),
  )
  const undated = following(inForce, (code) => old.get(code)?.to ?? [])
  const dated = followingLives(inForce, lives, undated)

  const regions = [...inForce].map(([code, name]): Region => {
    const life = lives.get(code)?.find((one) => one.until === undefined)
    return { code, name, parent: parentOf(code, inForce), ...(life ? { since: life.since } : {}) }
  })
  const gone = unique([...old.keys(), ...lives.keys()]).flatMap((code): ReplacedRegion[] => {
    const life = lives.get(code)?.at(-1)
    const name = life?.name || old.get(code)?.name || ''
    if (inForce.has(code) || name === '' || noDivision.test(name)) return []
    const to = [...agreed(code, dated(code), undated(code))]
    const years = { ...(life ? { since: life.since } : {}), ...(life?.until ? { until: life.until } : {}) }
    return to.length > 0 ? [{ code, name, ...years, to }] : []
  })
  return { regions: [{ code: country, name: '全国' }, ...regions], replaced: gone }
}

/** data/regions.json, one region a line, so that a newer edition shows what changed. */
export function divisionsText(source: string, tables: Tables): string {
  const { regions, replaced } = divisions(tables)
  const lines = (entries: readonly object[]) => entries.map((one) => `    ${spaced(one)}`).join(',\n')
  return `{\n  "source": ${JSON.stringify(source)},\n  "regions": [\n${lines(regions)}\n  ],\n  "replaced": [\n${lines(replaced)}\n  ]\n}\n`
}

const spaced = (entry: object) =>
  `{ ${Object.entries(entry)
    .map(
      ([field, value]) => `"${field}": ${Array.isArray(value) ? `["${value.join('", "')}"]` : JSON.stringify(value)}`,
    )
    .join(', ')} }`
