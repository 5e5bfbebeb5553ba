import { join } from 'node:path'
import { Refusal } from '../documents/message.ts'
import { documentKnown, noDocument } from '../intake/messages/closing-messages.ts'
import { closingRule } from '../intake/place/closing-rule.ts'
import { placeWithAbove } from '../intake/place/place-asked.ts'
import { readDataFile, writeEntry } from '../intake/store/data-file.ts'
import { readLists } from '../intake/store/list-files.ts'
import { type Document, DocumentsFile } from '../lists/document.ts'
import { RegionsFile } from '../lists/region.ts'
import { RulesFile } from '../lists/rule.ts'
import type { Kind } from '../lists/terms.ts'
import { CLOSE } from './close-words.ts'
import { locationOf } from './location-of.ts'
import type { LocationFlags } from './location-options.ts'
import { EXIT, type ExitCode, type Terminal } from './terminal.ts'
import { writing } from './writing.ts'

export interface CloseFlags extends Pick<LocationFlags, 'data'> {
  readonly kind: Kind
  readonly document: string
  readonly clause: string
  readonly text?: string
  readonly from?: string
  readonly without?: string[]
  readonly title?: string
  readonly number?: string
  readonly issuer?: string
  readonly issued?: string
  readonly dryRun?: boolean
}

/** The document that is named: one of the data, or one that the options describe. */
function documentOf(
  documents: readonly Document[],
  { document: id, title, number, issuer, issued }: CloseFlags,
): { document: Document; isNew: boolean } {
  const known = documents.find((one) => one.id === id)
  const said = { ...(number ? { number } : {}), ...(issuer ? { issuer } : {}), ...(issued ? { issued } : {}) }
  if (known) {
    if (title !== undefined || Object.keys(said).length > 0) throw new Refusal(documentKnown(id))
    return { document: known, isNew: false }
  }
  if (title === undefined) throw new Refusal(noDocument(id))
  return { document: { id, title, ...said }, isNew: true }
}

/** qingdan close <code>: writes the rule by which silence speaks at a place. */
export async function closeSilence(code: string, flags: CloseFlags, terminal: Terminal): Promise<ExitCode> {
  const { language } = terminal
  const { dataDir: data } = locationOf(flags, terminal.environment)
  const place = placeWithAbove(await readDataFile(data, 'regions.json', RegionsFile), code)
  const documents = await readDataFile(data, 'documents.json', DocumentsFile)
  const rules = await readDataFile(data, 'rules.json', RulesFile)
  const lists = await readLists(data)
  const { document, isNew } = documentOf(documents, flags)
  const { kind, clause, text, from, without = [] } = flags
  const rule = closingRule({ kind, document, clause, text, from, without }, { place, lists, rules })
  const closed = lists.filter(({ id }) => rule.lists.includes(id))
  const open = closed.filter(({ completeness }) => completeness !== 'complete')
  const lines = [
    CLOSE.rule(rule.id, place[0].name)[language],
    `  ${rule.text[language]}`,
    ...closed.map((list) => `  - ${CLOSE.list(list)[language]}`),
    (open.length === 0 ? CLOSE.speaks : CLOSE.waits(open.map(({ id }) => id)))[language],
  ]
  terminal.out(`${lines.join('\n')}\n`)
  const path = join(data, 'rules.json')
  if (flags.dryRun) {
    terminal.out(`${CLOSE.dry(path)[language]}\n`)
    return EXIT.ok
  }
  const outcome = await writing(terminal, path, async () => {
    if (isNew) await writeEntry(data, 'documents.json', documents, document)
    await writeEntry(data, 'rules.json', rules, rule)
  })
  if (outcome === EXIT.ok) terminal.out(`${CLOSE.written(path)[language]}\n`)
  return outcome
}
