import type { Said } from '../documents/message.ts'
import { placeWords } from '../documents/place-in-file.ts'
import type { Doubt, Way } from '../intake/messages/doubt.ts'
import type { Language } from '../lists/terms.ts'

const isDoubt = (said: Said): said is Doubt => 'ways' in said

/** T1R3, T1R4, T1R5 → T1R3-R5: rows named one after the other, as the options take them. */
function ranges(values: readonly string[]): string {
  const found: string[] = []
  let run: { stem: string; from: number; to: number } | undefined
  const close = () => {
    if (run)
      found.push(run.from === run.to ? `${run.stem}${run.from}` : `${run.stem}${run.from}-${run.stem.at(-1)}${run.to}`)
    run = undefined
  }
  for (const value of new Set(values)) {
    const [, stem, no] = /^(T[\d.]+R|P)(\d+)$/.exec(value) ?? []
    if (stem !== undefined && run?.stem === stem && Number(no) === run.to + 1) run.to += 1
    else {
      close()
      if (stem === undefined) found.push(value)
      else run = { stem, from: Number(no), to: Number(no) }
    }
  }
  close()
  return found.join(',')
}

/** Options that take several rows at once; of others each is given by itself. */
const JOINED = /^--(skip-row|keep-row|skip-table|split)$/

/** The options that answer doubts in this way, each once. */
function optionsOf(ways: readonly Way[]): string[] {
  return [...Map.groupBy(ways, ({ option }) => option)].flatMap(([option, same]) => {
    const values = same.flatMap(({ value }) => value ?? [])
    if (values.length === 0) return [option]
    return JOINED.test(option)
      ? [`${option} ${ranges(values)}`]
      : [...new Set(values)].map((value) => `${option} ${value}`)
  })
}

const MOST = 20

/** Doubts that differ in place and text only: what is wrong once, each place with its text, and what answers all of them. */
function grouped(doubts: readonly Doubt[], lead: string, language: Language): string[] {
  const [first] = doubts as readonly [Doubt, ...Doubt[]]
  if (doubts.length === 1) return [`${lead}${first[language]}`]
  const zh = language === 'zh'
  const places = doubts.slice(0, MOST).map(({ place, text }) => {
    const quoted = text === undefined ? '' : zh ? `“${text}”` : `"${text}"`
    return `    ${[place && placeWords(place)[language], quoted].filter(Boolean).join(zh ? '：' : ': ')}`
  })
  const more = doubts.length - MOST
  const answers = first.ways.map((way, at) => {
    const all = doubts.map((doubt) => doubt.ways[at] as Way)
    return `    ${way[language]}${zh ? '：' : ': '}${optionsOf(all).join(' ')}`
  })
  return [
    `${lead}${first.what[language]}${zh ? `（${doubts.length} 处）：` : ` (${doubts.length} places):`}`,
    ...places,
    ...(more > 0 ? [zh ? `    另有 ${more} 处` : `    and ${more} more`] : []),
    ...answers,
  ]
}

/** What stopped an import, all at once; doubts of one kind as one. */
export function doubtLines(said: readonly Said[], lead: string, language: Language): string[] {
  return [...Map.groupBy(said, (one) => `${one.code} ${isDoubt(one) ? one.what.zh : one.zh}`).values()].flatMap(
    (same) => {
      const doubts = same.filter(isDoubt)
      return doubts.length > 0
        ? grouped(doubts, lead, language)
        : same.slice(0, 1).map((one) => `${lead}${one[language]}`)
    },
  )
}

/** What a person has to fill in: 列号=name, 〔机关全称〕. */
const OPEN = /[\p{Script=Han}]=|=[\p{Script=Han}]|〔/u

/** One command that gives each doubt the first of its answers; undefined where some have none that could be given as it stands. */
export function commandFor(said: readonly Said[], given: string, language: Language): string | undefined {
  const first = said.map((one) => (isDoubt(one) ? one.ways.find(({ value = '' }) => !OPEN.test(value)) : undefined))
  if (said.length === 0 || !first.every((way) => way !== undefined)) return undefined
  const command = `qingdan ${given} ${optionsOf(first).join(' ')}`
  return language === 'zh'
    ? `逐条核对后，若都照第一种办法，命令是：\n${command}`
    : `Once each is checked, and if the first answer to each is right, the command is:\n${command}`
}
