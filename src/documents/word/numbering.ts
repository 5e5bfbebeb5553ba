import { type Element, readXml } from '../package/xml.ts'
import { numberWords } from './number-words.ts'
import { isOn } from './styles.ts'

interface Level {
  start: number
  format: string
  text: string
  /** After which level (counted from 1) it starts anew; 0 never. */
  restart?: number
  allDigits?: boolean
  style?: string
}

interface Instance {
  abstract: string
  readonly starts: Map<number, number>
  readonly levels: Map<number, Level>
}

/** Counts the automatic numbers of a document, paragraph by paragraph. */
export interface Numbering {
  /** The number that Word draws before the next paragraph with this numbering; undefined for bullets and unknown lists. */
  next(numId: string, level: number): string | undefined
  /** The level of a list that belongs to a paragraph style. */
  levelOfStyle(numId: string, style: string): number | undefined
}

const newLevel = (): Level => ({ start: 1, format: 'decimal', text: '' })
const nth = (value: string) => Number(value)
/** A list has nine levels (ECMA-376 part 1, 17.9.3); each paragraph goes through all that are kept. */
const isLevel = (at: number) => at >= 0 && at <= 8

/** Reads numbering.xml. */
export async function readNumbering(pieces: AsyncIterable<string>): Promise<Numbering> {
  const abstracts = new Map<string, Map<number, Level>>()
  const links = new Map<string, string>()
  const styleOwners = new Map<string, string>()
  const instances = new Map<string, Instance>()
  let abstract = ''
  let instance: Instance | undefined
  let override = 0
  let level: Level | undefined

  await readXml(pieces, {
    open({ name, attributes: { abstractNumId = '', numId = '', ilvl = '0', val = '' } }: Element) {
      if (name === 'abstractNum') {
        abstract = abstractNumId
        abstracts.set(abstract, new Map())
      } else if (name === 'num') {
        instance = { abstract: '', starts: new Map(), levels: new Map() }
        instances.set(numId, instance)
      } else if (name === 'lvl') {
        level = newLevel()
        const owner = instance ? instance.levels : abstracts.get(abstract)
        if (isLevel(nth(ilvl))) owner?.set(nth(ilvl), level)
      } else if (name === 'lvlOverride') override = nth(ilvl)
      else if (name === 'abstractNumId' && instance) instance.abstract = val
      else if (name === 'startOverride') instance?.starts.set(override, nth(val))
      else if (name === 'numStyleLink') links.set(abstract, val)
      else if (name === 'styleLink') styleOwners.set(val, abstract)
      else if (!level) return
      else if (name === 'start') level.start = nth(val)
      else if (name === 'numFmt') level.format = val
      else if (name === 'lvlText') level.text = val
      else if (name === 'lvlRestart') level.restart = nth(val)
      else if (name === 'isLgl') level.allDigits = isOn(val)
      else if (name === 'pStyle') level.style = val
    },
    close(name) {
      if (name === 'num') instance = undefined
      if (name === 'lvl') level = undefined
    },
  })

  const counts = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()

  /** Lists that point to a list style share its levels, and its count. */
  const owner = (id: string) => styleOwners.get(links.get(id) ?? '') ?? id
  const levelsOf = (list: Instance) => new Map([...(abstracts.get(owner(list.abstract)) ?? []), ...list.levels])

  return {
    levelOfStyle(numId, style) {
      const list = instances.get(numId)
      return list && [...levelsOf(list)].find(([, one]) => one.style === style)?.[0]
    },
    next(numId, at) {
      const list = instances.get(numId)
      const levels = list && levelsOf(list)
      const here = levels?.get(at)
      if (!list || !levels || !here || here.format === 'bullet') return undefined
      const count = counts.get(owner(list.abstract)) ?? []
      counts.set(owner(list.abstract), count)
      const restart = list.starts.get(at)
      const before = count[at]
      count[at] =
        restart !== undefined && !begun.has(`${numId}/${at}`) ? restart : before === undefined ? here.start : before + 1
      begun.add(`${numId}/${at}`)
      for (let deeper = at + 1; deeper < count.length; deeper += 1) {
        if (at < (levels.get(deeper)?.restart ?? deeper)) count[deeper] = undefined
      }
      return here.text.replace(/%(\d)/g, (_, digit) => {
        const shown = Number(digit) - 1
        const format = here.allDigits ? 'decimal' : (levels.get(shown)?.format ?? 'decimal')
        return numberWords(count[shown] ?? levels.get(shown)?.start ?? 1, format)
      })
    },
  }
}
