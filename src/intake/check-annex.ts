import type { ListFile } from '../lists/list.ts'
import { meet } from '../lists/region.ts'
import type { Findings } from './findings.ts'
import { annexIn } from './judge/annex-number.ts'
import { kindIn, shareOf } from './judge/kinds.ts'
import { isContrary, stanceOf } from './judge/stance.ts'
import * as words from './messages/list-messages.ts'
import type { PrintedTitle } from './title.ts'

const bare = (title: string) => title.normalize('NFKC').replace(/[\s《》「」“”"]|\([^()]*\)/g, '')

/** What a file says of itself, by which it is told whether it is for a list. */
export interface Witness {
  readonly printed: PrintedTitle
  readonly file: string
  /** The headers of the columns that hold names. */
  readonly headers: readonly string[]
  readonly names: readonly string[]
}

/** 甘肃省…, 平凉市各部门…: the place that a title begins with. */
const PLACE = /^(?:关于)?([\p{Script=Han}]{2,7}?(?:省|自治区|自治州|市|盟|县|区|旗))/u
const NO_PLACE = /^(全|我|本|各|该|市|县|区)|(社|小|辖|园|地|片|城|街)区$|证明|清单|事项|群众|组织/

/** The place in a title that no list knows of which could apply where this one does: that Hubei has a list makes none of Gansu's of it. */
function foreignPlace(title: string, lists: readonly ListFile[]): string | undefined {
  const place = PLACE.exec(bare(title))?.[1]
  if (place === undefined || NO_PLACE.test(place)) return undefined
  const known = lists.some((list) => `${list.title}${list.issuer}${list.custodian.name}`.includes(place))
  return known ? undefined : place
}

/**
 * Duties are of two sorts: a village's own, and those in which it assists. A title that names only the other is not this list's, nor
 * is one that names duties and does not say no, where the list says what must not be given to a village.
 */
function otherDuty(title: string, { kind, effect }: ListFile): boolean {
  const own = /履行职责|自治事项|自治组织职责/.test(title)
  const assists = /协助/.test(title)
  if (kind === 'task' && effect === 'prohibits') return (own || assists) && stanceOf(title) !== 'no'
  return own !== assists && ((effect === 'own_duty' && assists) || (effect === 'assists' && own))
}

/** Below this share of names that read like the list's, they are of something else; where nothing else speaks for the file, it must be most. */
const share = { atLeast: 0.5, unsaid: 0.8 }

function checkNames({ printed, file, headers, names }: Witness, list: ListFile, findings: Findings): void {
  const told = printed.title !== undefined || (printed.annex ?? annexIn(file)) !== undefined
  const doubt = () => findings.doubts.push(words.otherContent(names.slice(0, 5), list.id))
  const certificates = shareOf(names, 'certificate')
  if (list.kind === 'certificate') {
    if (certificates < (told ? share.atLeast : share.unsaid)) doubt()
    return
  }
  if (certificates > share.atLeast) doubt()
  else if (list.kind === 'signboard' && !told && shareOf(names, 'signboard') < share.unsaid) doubt()
  else if (list.kind === 'task' && !told && !headers.some((header) => kindIn(header) === 'task'))
    findings.doubts.push(words.unsaid(list.id))
}

/** Whether the file is for this list at all: a clerk's slip between 附件4 and 附件5 would turn "no" into "yes". */
export function checkAnnex(witness: Witness, list: ListFile, others: readonly ListFile[], findings: Findings): void {
  const { printed, file, headers } = witness
  const { title } = printed
  if (!findings.options.acceptAnnex) {
    const annex = printed.annex ?? annexIn(file)
    if (annex !== undefined && list.annex !== undefined && annex !== list.annex)
      findings.doubts.push(words.otherAnnex(annex, list.id, list.annex))
    const kind = kindIn(title ?? '')
    const contrary = title !== undefined && (isContrary(title, list.effect) || otherDuty(title, list))
    if (title && kind !== undefined && kind !== list.kind) findings.doubts.push(words.otherKind(title, list.id))
    else if (title && contrary) findings.doubts.push(words.otherEffect(title, list.id))
    for (const header of headers) {
      const of = kindIn(header)
      if (of !== undefined && of !== list.kind) findings.doubts.push(words.otherKind(header, list.id))
      else if (isContrary(header, list.effect)) findings.doubts.push(words.otherEffect(header, list.id))
    }
    const near = others.filter(({ region }) => meet(region, list.region))
    const foreign = title && foreignPlace(title, [list, ...near])
    if (title && foreign) findings.doubts.push(words.otherPlace(title, foreign))
    // Where rows are in doubt, the names may be misread, and say nothing of what the file is.
    if (findings.doubts.length === 0) checkNames(witness, list, findings)
  }
  if (!title) return
  const [one, other] = [bare(title), bare(list.title)]
  if (!one.includes(other) && !other.includes(one)) findings.warnings.push(words.otherTitle(title, list.title))
}

/** A list that would lose most of its items is hardly the same list: of one that is whole always, of ours only where the file does not say what it is. */
export function checkLoss(
  { printed, file }: Witness,
  list: ListFile,
  counts: { readonly lost: number; readonly read: number },
  findings: Findings,
): void {
  const { lost, read } = counts
  const held = list.items.length
  const told = printed.title !== undefined && (printed.annex ?? annexIn(file)) !== undefined
  const matters = list.completeness === 'complete' || (!told && read < held)
  if (!findings.options.acceptLoss && matters && held > 3 && lost * 2 > held)
    findings.doubts.push(words.losesMany(lost, held))
}
