import { createHash } from 'node:crypto'
import type { AnnexDocument, Block } from '../documents/blocks.ts'
import { readCsv } from '../documents/delimited/read-delimited-blocks.ts'
import { Refusal } from '../documents/message.ts'
import { fileTooLarge } from '../documents/messages/file-messages.ts'
import { modern } from '../documents/old/convert.ts'
import { mostMegabytes } from '../documents/package/file-limits.ts'
import { kindOfFile } from '../documents/package/kind-of-file.ts'
import type { Watch } from '../documents/package/package-parts.ts'
import { readXlsx } from '../documents/sheet/read-sheet-blocks.ts'
import { readDocx } from '../documents/word/read-docx.ts'
import type { Item, ListFile, Provenance } from '../lists/list.ts'
import { plain } from '../names/normalise/plain.ts'
import { checkAnnex, checkLoss } from './check-annex.ts'
import { numberedOn, together } from './compare/add-items.ts'
import { carryOver, hasAdditions } from './compare/carry-over.ts'
import { compare, differing, pair } from './compare/compare-items.ts'
import { contradictions, duplicates, type ItemsReader } from './compare/crosscheck.ts'
import { Findings } from './findings.ts'
import { buildItems } from './items/build-items.ts'
import { cutNames } from './items/cut-names.ts'
import { checkCounts } from './judge/counts.ts'
import { judgeTitle } from './judge/judge-lines.ts'
import { checkRepeats } from './judge/repeats.ts'
import { checkSample, type SelfName } from './judge/sample.ts'
import { notRead } from './messages/done-messages.ts'
import { emptyBatch } from './messages/item-messages.ts'
import * as words from './messages/list-messages.ts'
import type { ImportOptions } from './options.ts'
import { partOf } from './part-of.ts'
import { readBlocks } from './read-blocks.ts'
import type { Report } from './report.ts'
import { batchIn } from './table/heading.ts'
import { isOfTitle, printedTitle } from './title.ts'

/** What `readAnnex` needs to know beside the file. */
export interface AnnexOptions extends ImportOptions {
  /** The other lists, to tell where a name stands on one that says the opposite. */
  readonly others?: readonly ListFile[]
  /** Told how far the file has been read. */
  readonly watch?: Watch
  /** The form in which names are compared; `plain` unless told otherwise. */
  readonly comparable?: (name: string) => string
  /** How names are read against lists that say the opposite; by `comparable` alone unless told otherwise. */
  readonly reader?: ItemsReader | undefined
}

/** The outcome of reading an annex: `list` is absent where anything is in doubt. */
export interface AnnexReading {
  readonly list?: ListFile
  readonly report: Report
}

/** Says what list a file is to become, by what it prints; undefined where that is in doubt. */
export type TargetIn = (document: AnnexDocument, findings: Findings) => ListFile | undefined

async function open(bytes: Buffer, fileName: string, watch: Watch | undefined): Promise<AnnexDocument> {
  if (bytes.length > mostMegabytes.annex * 2 ** 20) throw new Refusal(fileTooLarge(mostMegabytes.annex))
  const file = await modern({ bytes, name: fileName })
  const kind = kindOfFile(file.bytes, file.name)
  if (kind === 'csv') return readCsv(file.bytes)
  return kind === 'xlsx' ? await readXlsx(file.bytes, watch) : await readDocx(file.bytes, watch)
}

/** The texts by which a file may call itself a sample: what stands above the list, around it, and the names of file and sheets. */
function selfNames(
  document: AnnexDocument,
  part: readonly Block[],
  file: string,
  opening: readonly string[],
): SelfName[] {
  const sheets = part.flatMap((block) => (block.kind === 'table' && block.name !== undefined ? [block.name] : []))
  return [
    { text: file, where: 'file' },
    ...opening.filter((text) => text.length <= 80).map((text): SelfName => ({ text, where: 'title' })),
    ...sheets.map((text): SelfName => ({ text, where: 'sheet' })),
    ...document.around,
  ]
}

/** A batch makes no list whole that was not, and a whole one stays so. */
const whole = ({ completeness }: ListFile): ListFile['completeness'] =>
  completeness === 'absent' ? 'partial' : completeness

/** The provenance to write: the old one where the same file was imported before, so that its date stays that of the import. */
function provenance(made: Provenance, before: Provenance | undefined): Provenance {
  return before &&
    before.sha256 === made.sha256 &&
    before.file === made.file &&
    differing({ ...before, imported: '' }, { ...made, imported: '' }).length === 0
    ? before
    : made
}

/**
 * Reads an annex (Word, Excel or CSV) as the new content of a list: pure but for its reading of `bytes`; it opens and writes no file.
 * Keeps the list's identity (id, kind, effect, region, title …) and what was recorded beside the printed words of items whose
 * name is unchanged. Never throws for what is wrong with the file: that is a doubt in the report.
 */
export async function readAnnex(
  bytes: Buffer,
  fileName: string,
  of: ListFile | TargetIn,
  options: AnnexOptions,
): Promise<AnnexReading> {
  const findings = new Findings(options)
  const key = options.comparable ?? plain
  const stopped = (columns: Report['columns'] = [], rows: Report['rows'] = []): AnnexReading => ({
    report: { ...findings.said(), columns, rows, upToDate: false },
  })

  let document: AnnexDocument
  try {
    document = await open(bytes, fileName, options.watch)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    findings.doubts.push(error.said)
    return stopped()
  }
  findings.notices.push(...document.said)
  findings.doubts.push(...document.doubts)
  const target = typeof of === 'function' ? of(document, findings) : of
  if (!target) return stopped()

  const part = partOf(document.blocks, target, findings)
  if (!part) return stopped()
  const { entries, columns, context } = readBlocks(part, target, findings)
  const opening = context.opening.map(({ text }) => text)
  const printed = printedTitle(opening, context.batches)
  const unread = context.opening.filter(({ text }) => !isOfTitle(text, printed))
  findings.notices.push(...unread.map(({ place, text }) => notRead(place, text)))
  for (const { place, text } of unread) judgeTitle(place, text, target, findings)
  for (const { place, text } of context.opening) if (batchIn(text) === undefined) context.claim(place, text, 'list')
  checkRepeats(entries, findings)
  const { entries: cut, weights } = cutNames(entries, target.kind, findings)
  checkCounts(context.claims, entries, weights, findings)
  const isSample = checkSample(selfNames(document, part, fileName, opening), findings)
  for (const batch of context.batches) {
    if (!entries.some((entry) => entry.batch === batch)) findings.warnings.push(emptyBatch(batch))
  }
  // Whoever insists on a sample gets what it is: nothing official, and nothing that speaks by silence.
  const grade = isSample ? 'editorial' : (options.grade ?? 'official')
  const read = isSample ? 'partial' : (options.completeness ?? 'complete')
  const completeness = options.add ? whole(target) : read
  const built = buildItems(cut, target, grade, context, findings)
  const placed = options.add ? numberedOn(built, target, grade, key) : built
  findings.doubts.push(...findings.unmet().map(words.unmet))
  findings.warnings.push(
    ...duplicates(placed, key),
    ...contradictions(placed, target, options.others ?? [], key, options.reader),
  )

  const items = placed.map(({ item }) => item)
  const { pairs, removed: missing } = pair(items, target.items, key)
  const removed = options.add ? [] : missing
  const witness = {
    printed,
    file: fileName,
    headers: columns.flatMap(({ columns }) =>
      columns.flatMap(({ field, path }) => (field === 'name' ? [path.join('')] : [])),
    ),
    names: items.map(({ name }) => name),
  }
  checkAnnex(witness, target, options.others ?? [], findings)
  checkLoss(witness, target, { lost: removed.length, read: items.length }, findings)
  const merged = new Map<Item, Item>(items.map((item) => [item, carryOver(item, pairs.get(item), grade)]))
  const places = new Map(placed.map(({ item, place }) => [merged.get(item), place]))
  const rows = compare(items, pairs, merged, removed).map((row) => {
    const place = places.get(row.item)
    return place ? { ...row, place } : row
  })
  findings.warnings.push(...removed.filter(hasAdditions).map((item) => words.lostAdditions(item.name)))
  const unsourced = rows.filter(({ before, item }) => before?.source && !item.source).length
  if (unsourced > 0) findings.notices.push(words.droppedSource(unsourced))
  if (findings.doubts.length > 0) return stopped(columns, rows)

  const nowComplete = completeness === 'complete' && target.completeness !== 'complete'
  if (nowComplete && (target.note || target.supply)) findings.notices.push(words.droppedNote())
  const { note: held, supply, provenance: before, annexFrom, ...kept } = target
  const from = target.from ?? annexFrom
  const note = isSample ? words.ofSample() : held
  const made = provenance(
    {
      file: fileName,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      ...(printed.title ? { printedTitle: printed.title } : {}),
      ...(printed.batch ? { batch: printed.batch } : {}),
      ...(printed.number ? { number: printed.number } : {}),
      ...(options.date ? { imported: options.date } : {}),
    },
    before,
  )
  const words_ = nowComplete ? {} : { ...(note ? { note } : {}), ...(supply ? { supply } : {}) }
  const came = items.map((item) => merged.get(item) as Item)
  const content = {
    ...kept,
    ...(from ? { from } : {}),
    completeness,
    grade: options.add ? target.grade : grade,
    ...words_,
    items: options.add ? together(missing, came) : came,
  }
  const changed = differing({ ...target, provenance: undefined }, { ...content, provenance: undefined }).length > 0
  const list = { ...content, provenance: made, reviewed: (changed && options.date) || target.reviewed }
  return { list, report: { ...findings.said(), columns, rows, upToDate: differing(target, list).length === 0 } }
}
