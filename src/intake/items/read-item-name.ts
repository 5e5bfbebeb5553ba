import { keyOf } from '../../documents/place-in-file.ts'
import type { Kind } from '../../lists/terms.ts'
import type { Entry, Value } from '../entry.ts'
import type { Findings } from '../findings.ts'
import * as doneWords from '../messages/done-messages.ts'
import * as entryWords from '../messages/entry-messages.ts'
import type { BracketReading } from '../options.ts'
import { endBracket, printedNames, readBracket } from './bracketed-names.ts'
import { joinedLines } from './joined-lines.ts'

/** A name as read: with the names printed after it, and a basis or remark that stood in its bracket. */
export interface ReadName {
  readonly name: string
  readonly subNames: readonly string[]
  readonly open: boolean
  readonly basis?: string
  readonly remark?: string
}

/** 。 and ； end the sentence in which a duty is worded; they are no part of its name. */
const withoutStop = (text: string) => text.replace(/[。；;．.，,、\s]+$/, '')

/** Reads the name of an entry and the bracket at its end. */
export function readEntryName(entry: Entry, kind: Kind, findings: Findings): ReadName {
  const lines = (entry.values.get('name') as Value[]).flatMap((value) => value.lines)
  const text = withoutStop(joinedLines(lines))
  const split = endBracket(text)
  const plain: ReadName = { name: text, subNames: [], open: false }
  if (!split) return plain
  const place = { ...entry.place }
  const said: BracketReading | undefined = findings.options.brackets?.get(keyOf(place))
  const reading = said ?? readBracket(split.inside, kind)
  const name = withoutStop(split.name)
  if (reading === 'names') {
    const { names, open } = printedNames(split.inside)
    return { name, subNames: names, open }
  }
  if (reading === 'basis') return { ...plain, name, basis: split.inside }
  if (reading === 'note') return { ...plain, name, remark: split.inside }
  if (reading === undefined) findings.doubtUnlessKept(place, entryWords.bracket(place, text))
  else if (said === undefined) findings.notices.push(doneWords.keptBracket(place, text))
  return plain
}
