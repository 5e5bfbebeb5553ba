import type { Place } from '../../documents/place-in-file.ts'
import type { ListFile } from '../../lists/list.ts'
import type { Findings } from '../findings.ts'
import { contrary } from '../messages/list-messages.ts'
import { isContrary, remarkIsContrary } from './stance.ts'

/** What of a list its annex is judged against. */
export type Subject = Pick<ListFile, 'id' | 'kind' | 'effect'>

/** A title is short; what is longer is prose, and speaks of many things. */
const longestTitle = 80

/** Doubts a title, heading or group row that says the contrary of the list. */
export function judgeTitle(place: Place, text: string, list: Subject, findings: Findings): void {
  if (text.length <= longestTitle && isContrary(text, list.effect))
    findings.doubtUnlessKept(place, contrary(place, text, list.id))
}

/** Doubts a line beside the list, which may be a title or a remark. */
export function judgeLine(place: Place, text: string, list: Subject, findings: Findings): void {
  if (text.length <= longestTitle && isContrary(text, list.effect)) judgeTitle(place, text, list, findings)
  else judgeRemark(place, text, list, findings)
}

/** Doubts a note or remark that does. */
export function judgeRemark(place: Place, text: string, list: Subject, findings: Findings): void {
  if (remarkIsContrary(text, list.effect)) findings.doubtUnlessKept(place, contrary(place, text, list.id))
}
