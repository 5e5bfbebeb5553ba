import type { Board } from '../../lists/list.ts'
import type { Entry } from '../entry.ts'
import type { Findings } from '../findings.ts'
import { noPlace } from '../messages/entry-messages.ts'
import { noBoard } from '../messages/item-messages.ts'
import { BOARD_FIELDS } from '../table/field.ts'
import { sideOf } from '../table/header-vocabulary.ts'
import { printedText } from './values.ts'

/**
 * How and where a board hangs. 式样 (竖式, 横式) goes to `sign`, the kind of sign it is: it is no measure, so not to `size`.
 * Outside or inside comes from its column, else from the heading above (一、外部标牌), else from a person.
 */
export function boardOf(entry: Entry, findings: Findings): Board | undefined {
  const printed: Partial<Board> = {}
  for (const field of BOARD_FIELDS) {
    const text = printedText(entry, field)
    if (text !== undefined) printed[field] = text
  }
  const stated = printedText(entry, 'place')
  const heading = [...entry.group].reverse().map(sideOf).find(Boolean)
  const place = (stated === undefined ? heading : sideOf(stated)) ?? findings.options.place
  if (place) return { place, ...printed }
  if (stated !== undefined || Object.keys(printed).length > 0) findings.doubts.push(noPlace(entry.place, stated ?? ''))
  else findings.notices.push(noBoard(entry.place))
  return undefined
}
