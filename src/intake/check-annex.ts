import type { ListFile } from '../lists/list.ts'
import type { Findings } from './findings.ts'
import { otherAnnex, otherEffect, otherTitle, sampleTitle } from './messages/list-messages.ts'
import type { PrintedTitle } from './title.ts'

const FORBIDS = /不应|不再|不得|取消|禁止|不予/
const PERMITS = /保留|可以?出具|出具证明事项清单/
const bare = (title: string) => title.normalize('NFKC').replace(/[\s《》「」“”"]|\([^()]*\)/g, '')

/** Whether the file is for this list at all: a clerk's slip between 附件4 and 附件5 would turn "no" into "yes". */
export function checkAnnex(printed: PrintedTitle, list: ListFile, findings: Findings): void {
  const { annex, title } = printed
  if (!findings.options.acceptAnnex) {
    if (annex !== undefined && list.annex !== undefined && annex !== list.annex)
      findings.doubts.push(otherAnnex(annex, list.id, list.annex))
    const forbids = title !== undefined && FORBIDS.test(title)
    const permits = title !== undefined && !forbids && PERMITS.test(title)
    const contrary = (forbids && list.effect === 'permits') || (permits && list.effect === 'prohibits')
    if (title && list.kind === 'certificate' && contrary) findings.doubts.push(otherEffect(title, list.id))
  }
  if (!title) return
  if (/样例|样本|征求意见|草案/.test(title)) findings.warnings.push(sampleTitle(title))
  const [one, other] = [bare(title), bare(list.title)]
  if (!one.includes(other) && !other.includes(one)) findings.warnings.push(otherTitle(title, list.title))
}
