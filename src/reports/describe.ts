import type { Setting } from '../checks/judge.ts'
import { type Judged, type Standing, standingOf } from '../checks/materials/audit-row.ts'
import { namesNobody, unnamedMark, unnamedNote } from '../checks/materials/caveat.ts'
import type { Unasked } from '../checks/written-name.ts'
import type { Answer } from '../rulings/answer.ts'
import { words } from './audit-words.ts'
import { verdicts } from './report-verdict.ts'
import { basisText, cautionText, insteadText, itemText } from './spell-out.ts'
import type { Look } from './workbook/cell-looks.ts'

/** What a report says of one material, in the order of its columns. */
export interface Description {
  readonly look: Look
  readonly verdict: string
  readonly item: string
  readonly basis: string
  readonly instead: string
  readonly note: string
}

/** A catalogue repeats its papers, so what is said of an answer is put into words once; name and issuer are part of its question. */
const said = { zh: new WeakMap<Answer, Description>(), en: new WeakMap<Answer, Description>() }

/** Puts a judged material into words. */
export function describe(judged: Judged, setting: Setting): Description {
  const { language } = setting
  const { answer, otherKind, unasked } = judged
  const standing = standingOf(judged)
  if (!answer) {
    const verdict = words[unasked as Unasked][language]
    return { look: standing === 'ask' ? 'ask' : 'muted', verdict, item: '', basis: '', instead: '', note: '' }
  }
  const known = said[language].get(answer)
  if (known && otherKind === undefined) return known
  const verdict = verdicts.certificate[answer.outcome]
  const unnamed = namesNobody(answer)
  const notes = [
    unnamed && answer.allowed === false ? unnamedNote[language] : '',
    otherKind !== undefined && standing === 'clear' ? words.otherKindNote[language].replace('{type}', otherKind) : '',
    cautionText(answer, setting),
  ]
  const description: Description = {
    look: standing === 'clear' && answer.allowed === null ? 'muted' : (looks[standing] ?? verdict.look),
    verdict: `${verdict[language]}${unnamed ? unnamedMark[language] : ''}`,
    item: itemText(answer, setting),
    basis: basisText(answer, language),
    instead: insteadText(answer, language),
    note: notes.filter((note) => note !== '').join('\n'),
  }
  if (otherKind === undefined) said[language].set(answer, description)
  return description
}

/** What waits for a list is nobody's question yet. */
const looks: Readonly<Partial<Record<Standing, Look>>> = { drop: 'bad', ask: 'ask', waits: 'muted' }
