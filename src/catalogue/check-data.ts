import { type Grounded, versionOf } from '../lists/bases.ts'
import type { DataSet } from '../lists/data-set.ts'
import { isInCalendar } from '../lists/days.ts'
import type { Document } from '../lists/document.ts'
import type { Alternative, ListFile } from '../lists/list.ts'
import { type Effect, effectsOf, type Kind, type Source } from '../lists/terms.ts'
import { key } from '../names/normalise/plain.ts'

const dayFields = ['from', 'to', 'version', 'issued', 'published', 'reviewed', 'imported', 'date', 'annexFrom'] as const
type Dated = { readonly [field in (typeof dayFields)[number]]?: string }

function* repeated<Value>(values: Iterable<Value>): Generator<Value> {
  const seen = new Set<Value>()
  for (const value of values) {
    if (seen.has(value)) yield value
    seen.add(value)
  }
}

/** What the schemas cannot say: references that lead somewhere, numbers used once, days that exist, lists that mean what they say. */
export function checkData(data: DataSet): string[] {
  const problems: string[] = []
  const documents = new Map(data.documents.map((document) => [document.id, document]))
  const regions = new Set(data.regions.map((region) => region.code))
  const lists = new Set(data.lists.map((list) => list.id))

  const source = (place: string, cited: Source | undefined) => {
    if (!cited) return
    const document = documents.get(cited.document)
    if (!document) problems.push(`${place}: source.document ${cited.document} is not in documents.json`)
    else if (document.versions && !versionOf(documents, cited)) {
      const known = document.versions.map(({ date }) => date).join(', ')
      problems.push(`${place}: source.version must be one of ${cited.document}: ${known}`)
    } else if (!document.versions && cited.version) {
      problems.push(`${place}: source.version ${cited.version}: ${cited.document} has no versions`)
    }
  }
  /** What something rests on: a document, or versions of law. */
  const grounds = (place: string, grounded: Grounded, needed: 'needed' | 'free') => {
    if (grounded.source && grounded.bases) problems.push(`${place}: has both source and bases`)
    if (needed === 'needed' && !grounded.source && !grounded.bases) problems.push(`${place}: has no source`)
    source(place, grounded.source)
    for (const basis of grounded.bases ?? []) {
      source(`${place}: bases`, basis)
      days(`${place}: bases`, basis)
    }
  }
  const effect = (place: string, kind: Kind, said: Effect | undefined) => {
    if (said && !effectsOf[kind].includes(said)) {
      problems.push(`${place}: effect ${said} does not go with kind ${kind}; allowed: ${effectsOf[kind].join(', ')}`)
    }
  }
  const region = (place: string, code: string | undefined) => {
    if (code && !regions.has(code)) problems.push(`${place}: region ${code} is not in regions.json`)
  }
  const days = (place: string, dated: Dated) => {
    for (const field of dayFields) {
      const day = dated[field]
      if (day && !isInCalendar(day)) problems.push(`${place}: ${field} ${day} is not a day of the calendar`)
    }
    if (dated.from && dated.to && dated.from > dated.to) {
      problems.push(`${place}: from ${dated.from} is later than to ${dated.to}`)
    }
  }
  const alternatives = (place: string, offered: readonly Alternative[] = []) => {
    for (const alternative of offered) {
      source(`${place}: instead`, alternative.source)
      days(`${place}: instead`, alternative)
    }
  }
  // Without a letter or digit it would be found in every name without one.
  const words = (place: string, names: readonly string[]) => {
    for (const name of names)
      if (key(name) === '') problems.push(`${place}: “${name}” has no letter or digit to be read by`)
  }
  const once = (file: string, what: string, values: Iterable<string | number>) => {
    for (const value of repeated(values)) problems.push(`${file}: ${what} ${value} is used twice`)
  }

  once(
    'documents.json',
    'id',
    data.documents.map((document) => document.id),
  )
  for (const document of data.documents) checkDocument(document)

  once(
    'regions.json',
    'code',
    data.regions.map((one) => one.code),
  )
  const parents = new Map(data.regions.map((one) => [one.code, one.parent]))
  for (const one of data.regions) {
    region(`regions.json: ${one.code}: parent`, one.parent)
    const above = new Set<string>()
    for (let code = one.parent; code && !above.has(code); code = parents.get(code)) above.add(code)
    if (above.has(one.code)) problems.push(`regions.json: ${one.code}: parent leads back to ${one.code}`)
  }

  once(
    'regions.json',
    'replaced code',
    data.replacedRegions.map((one) => one.code),
  )
  for (const { code, to, since, until } of data.replacedRegions) {
    const place = `regions.json: replaced ${code}`
    if (regions.has(code)) problems.push(`${place}: is in force`)
    for (const one of to) region(`${place}: to`, one)
    once(place, 'to', to)
    if (since !== undefined && until !== undefined && since > until) {
      problems.push(`${place}: since ${since} is later than until ${until}`)
    }
  }

  once(
    'rules.json',
    'id',
    data.rules.map((rule) => rule.id),
  )
  for (const rule of data.rules) {
    const place = `rules.json: ${rule.id}`
    grounds(place, rule, 'needed')
    if ((rule.purpose === 'statute') !== (rule.outcomes !== undefined)) {
      problems.push(`${place}: a rule has outcomes if its purpose is statute, and only then`)
    }
    region(place, rule.region)
    days(place, rule)
    for (const id of rule.lists)
      if (!lists.has(id)) problems.push(`${place}: lists names ${id}, which is not in lists/`)
  }

  once(
    'statutory-boards.json',
    'id',
    data.statutoryBoards.map((board) => board.id),
  )
  for (const board of data.statutoryBoards) {
    const place = `statutory-boards.json: ${board.id}`
    grounds(place, board, 'needed')
    region(place, board.region)
    days(place, board)
  }

  for (const list of data.lists) checkList(list)
  once(
    'names/',
    'kind',
    data.names.map(({ kind }) => kind),
  )
  for (const { kind, wording, slots, recorded } of data.names) {
    const printed = new Set(
      data.lists
        .filter((list) => list.kind === kind)
        .flatMap(({ items }) => items.flatMap(({ name, subNames = [] }) => [name, ...subNames]))
        .concat(wording?.printed ?? [])
        .map(key),
    )
    for (const { names, reading, items, source: cited, instead } of recorded) {
      const place = `names/ (${kind}): ${names[0]}`
      words(place, names)
      source(place, cited)
      alternatives(place, instead)
      for (const item of items) {
        if (!printed.has(key(item)))
          problems.push(
            `${place}: no list of ${kind} prints an item “${item}”, and wording.printed does not declare it`,
          )
      }
      for (const slot of names.flatMap((name) => [...name.matchAll(/\{([^{}]+)\}/gu)].map(([, slot = '']) => slot))) {
        if (slots?.[slot] === undefined) problems.push(`${place}: there is no class of words {${slot}}`)
      }
      if ((reading === 'none' || reading === 'elsewhere') !== (items.length === 0)) {
        problems.push(`${place}: reading ${reading} does not go with ${items.length} items`)
      }
    }
  }
  return problems

  function checkDocument(document: Document) {
    const { id, versions = [], successor } = document
    const place = `documents.json: ${id}`
    days(place, document)
    if (successor && !documents.has(successor))
      problems.push(`${place}: successor ${successor} is not in documents.json`)
    for (const [at, version] of versions.entries()) {
      days(`${place}: version ${version.date}`, version)
      const next = versions[at + 1]
      if (next && (version.to === undefined || version.to >= next.from)) {
        problems.push(`${place}: version ${version.date} must end before ${next.from}, when ${next.date} begins`)
      }
    }
  }

  function checkList(list: ListFile) {
    const file = `lists/${list.id}.json`
    region(file, list.region)
    source(file, list.source)
    source(`${file}: custodian`, list.custodian.source)
    days(file, list)
    if (list.provenance) days(`${file}: provenance`, list.provenance)
    effect(file, list.kind, list.effect)
    if (list.completeness === 'absent' && list.items.length > 0) {
      problems.push(`${file}: completeness is absent, so items must be empty`)
    }
    if (list.completeness === 'complete' && list.items.length === 0) {
      problems.push(`${file}: completeness is complete, so items must not be empty`)
    }
    once(
      file,
      'item number',
      list.items.map((item) => item.no),
    )
    for (const item of list.items) {
      const place = `${file}: item ${item.no}`
      words(place, [item.name, ...(item.subNames ?? [])])
      grounds(place, item, 'free')
      for (const said of [item, ...(item.bases ?? [])]) effect(place, list.kind, said.effect)
      days(place, item)
      for (const exception of item.exceptions ?? []) source(`${place}: exceptions`, exception.source)
      alternatives(place, item.instead)
    }
  }
}
