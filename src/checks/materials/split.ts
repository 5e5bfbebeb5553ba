import { sequences, withoutEnd } from './numbered.ts'
import { endsLikePaper, withoutBracket } from './paper.ts'

const opening = '（(【[〔《〈“「『{'
const closing = '）)】]〕》〉”」』}'

const lastOfMany = /等(?:相关|有关|其他)?(?:证明)?(?:材料|资料|证件|文件)?$/u

/** Signs that separate papers wherever they stand. 、 does so only behind a paper. */
const strong = new Set(['；', ';', '\n', '\r', '、'])
/** Signs that separate papers only where every part is one; elsewhere they belong to a sentence or a name. */
const weak = [/[，,]/u, /\s/u, /[/／|]/u]

/**
 * Cuts the cell of a list of materials into its materials. Numbered lists are cut at their numbers, others at ；; and line breaks, and
 * at 、 behind what is a paper: between modifiers (水、电费缴费凭证) and issuers (村委会、派出所出具的…) it belongs to one name. What
 * stands in brackets is never cut, and 和, 及, 或 never cut: they are part of many names, and a choice (结婚证或离婚证) is one requirement.
 */
export function splitMaterials(text: string): string[] {
  const numbered = sequences(text)
  const parts = (numbered ?? [text]).flatMap(split)
  return parts.length > 1 ? parts.map((part) => part.replace(lastOfMany, '') || part) : parts
}

function split(text: string): string[] {
  return pieces(text)
    .flatMap(weakly)
    .map((part) => withoutEnd(part, ' \n\r\t\u3000。，,').replace(/^[\s。.，,]+/u, ''))
    .filter((part) => part !== '')
}

/** Cuts at the strong signs, and leaves together what leans on the next piece. */
function pieces(text: string): string[] {
  const cut = cutOutsideBrackets(text, (sign) => strong.has(sign))
  const whole: string[] = []
  let held = ''
  for (const [at, { part, sign }] of cut.entries()) {
    const one = `${held}${part}`
    if (goesOn(one, sign, cut[at + 1]?.part ?? '')) held = `${one}${sign}`
    else {
      whole.push(one)
      held = ''
    }
  }
  return whole
}

/** A few characters that are no paper: 收入 leans on the 财产证明 of the next line, 钥匙 does not lean on 身份证. */
const short = /^[^证明书表簿照]{1,6}$/u

function goesOn(text: string, sign: string, next: string): boolean {
  if (text.trim() === '' || sign === '') return false
  if (sign === '、' || text.endsWith('、')) return !endsLikePaper(text)
  return short.test(text.trim()) && !endsLikePaper(text) && /证明$/u.test(withoutBracket(next))
}

/** Cuts at commas, white space or slashes where every part is a paper: 身份证 户口簿 未婚证明, 身份证/户口簿. */
function weakly(text: string): string[] {
  for (const sign of weak) {
    const parts = cutOutsideBrackets(text, (one) => sign.test(one)).map(({ part }) => part.trim())
    const filled = parts.filter((part) => part !== '')
    if (filled.length > 1 && filled.every((part) => endsLikePaper(part) && !/^[或和及]|[或和及]$/u.test(part)))
      return filled
  }
  return [text]
}

/** Cuts where `cuts` says so at no depth of brackets, each part with the sign behind it; brackets that do not close are read as if they were not there. */
function cutOutsideBrackets(text: string, cuts: (sign: string) => boolean): { part: string; sign: string }[] {
  const balanced = depthAfter(text) === 0
  const parts: { part: string; sign: string }[] = []
  let depth = 0
  let part = ''
  for (const sign of text) {
    if (balanced && opening.includes(sign)) depth += 1
    if (balanced && closing.includes(sign)) depth -= 1
    if (depth === 0 && cuts(sign)) {
      parts.push({ part, sign })
      part = ''
    } else part += sign
  }
  return [...parts, { part, sign: '' }]
}

/** Depth of brackets at the end; a bracket that closes nothing makes it nonzero. */
function depthAfter(text: string): number {
  let depth = 0
  for (const sign of text) {
    if (opening.includes(sign)) depth += 1
    if (closing.includes(sign)) depth -= 1
    if (depth < 0) return depth
  }
  return depth
}
