import { Refusal } from '../message.ts'
import { insideFile, tooDeep } from '../messages/limit-messages.ts'
import { longestChain } from '../package/file-limits.ts'
import { type Element, readXml } from '../package/xml.ts'

/** A Word on/off property: present means on, unless its value says off. */
export const isOn = (value: string | undefined): boolean => value === undefined || !/^(0|false|off|none)$/.test(value)

/** What a style says of the things that matter here: whether text is hidden or struck, and how paragraphs are numbered. */
interface Style {
  type?: string
  basedOn?: string
  vanish?: boolean
  strike?: boolean
  numId?: string
  level?: string
}

/** The styles of a document, with inheritance resolved. */
export interface Styles {
  toggle(what: 'vanish' | 'strike', styleId: string | undefined, type: 'paragraph' | 'character'): boolean
  numbering(paragraphStyle: string | undefined): { numId?: string; level?: string }
}

/** Reads styles.xml. */
export async function readStyles(pieces: AsyncIterable<string>): Promise<Styles> {
  const styles = new Map<string, Style>()
  const defaults = new Map<string, string>()
  let style: Style | undefined
  // Formats for parts of a table (first row, banding) stand inside a style and say nothing of the style's text at large.
  let conditional = false
  await readXml(pieces, {
    open({ name, attributes: { styleId = '', type = '', val = '', default: standard } }: Element) {
      if (name === 'style') {
        style = { type }
        styles.set(styleId, style)
        if (isOn(standard ?? '0')) defaults.set(type, styleId)
      } else if (name === 'tblStylePr') conditional = true
      else if (!style || conditional) return
      else if (name === 'basedOn') style.basedOn = val
      else if (name === 'vanish') style.vanish = isOn(val)
      else if (name === 'strike' || name === 'dstrike') style.strike = isOn(val)
      else if (name === 'numId') style.numId = val
      else if (name === 'ilvl') style.level = val
    },
    close(name) {
      if (name === 'style') style = undefined
      if (name === 'tblStylePr') conditional = false
    },
  })

  /** The nearest value up the chain. A chain that bites its tail ends: every style is asked once. */
  function inherited<K extends keyof Style>(id: string | undefined, key: K): Style[K] | undefined {
    const asked = new Set<string>()
    for (let at = id; at !== undefined && !asked.has(at); at = styles.get(at)?.basedOn) {
      asked.add(at)
      if (asked.size > longestChain) throw new Refusal(tooDeep(insideFile, longestChain))
      const value = styles.get(at)?.[key]
      if (value !== undefined) return value
    }
    return undefined
  }

  return {
    toggle: (what, styleId, type) => inherited(styleId ?? defaults.get(type), what) === true,
    numbering(paragraphStyle) {
      const id = paragraphStyle ?? defaults.get('paragraph')
      const numId = inherited(id, 'numId')
      const level = inherited(id, 'level')
      return { ...(numId === undefined ? {} : { numId }), ...(level === undefined ? {} : { level }) }
    },
  }
}
