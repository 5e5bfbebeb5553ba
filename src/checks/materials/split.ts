import { sequences, withoutEnd } from './numbered.ts'

const opening = '（(【[〔《〈“「『{'
const closing = '）)】]〕》〉”」』}'
const separators = new Set(['、', '；', ';', '\n', '\r'])

/** How the names of papers end. A comma separates papers only where every part ends so; elsewhere it belongs to a sentence. */
const paper =
  /(?:证|证明|证书|证件|书|表|簿|本|单|照|函|件|卡|票据?|凭证|协议|合同|报告|方案|材料|资料|文件|决定|意见|图|章程|记录|名册|清单|照片|承诺|批复|说明|账户|存折)(?:原件|复印件|扫描件|及|和|\d|[份张套页])*$/u
/** Whether a text ends like the name of a paper. */
export const endsLikePaper = (text: string): boolean => paper.test(bare(text))

const lastOfMany = /等(?:相关|有关|其他)?(?:证明)?(?:材料|资料|证件|文件)?$/u
/** 收入、财产证明: the first part leans on the last word of the second. Cut apart it would be a name that nobody wrote. */
const leaning = /^[^证明书表簿照]{1,6}$/u

/**
 * Cuts the cell of a list of materials into its materials. Numbered lists (1. 2. 3.) are cut at their numbers, others at 、；; and
 * line breaks. What stands in brackets is never cut, and 和, 及, 或 never cut: they are part of many names, and a choice
 * (结婚证或离婚证) is one requirement.
 */
export function splitMaterials(text: string): string[] {
  const numbered = sequences(text)
  const parts = (numbered ?? [text]).flatMap((one) => split(one, numbered === undefined))
  return parts.length > 1 ? parts.map((part) => part.replace(lastOfMany, '') || part) : parts
}

function split(text: string, glue: boolean): string[] {
  const parts = cutOutsideBrackets(text, (sign) => separators.has(sign)).flatMap((part) => {
    const byComma = cutOutsideBrackets(part, (sign) => sign === '，' || sign === ',')
    return byComma.length > 1 && byComma.every(endsLikePaper) ? byComma : [part]
  })
  const clean = parts
    .map((part) => withoutEnd(part, ' \n\r\t\u3000。，,').replace(/^[\s。.，,]+/u, ''))
    .filter((part) => part !== '')
  return glue ? lean(text, clean) : clean
}

/** A part without the bracket at its end. */
function bare(part: string): string {
  const opened = Math.max(part.lastIndexOf('（'), part.lastIndexOf('('))
  return (/[）)]$/u.test(part) && opened >= 0 ? part.slice(0, opened) : part).trim()
}

/** Joins a part that leans on the next one to it, with what is written between them. */
function lean(text: string, parts: readonly string[]): string[] {
  const joined: string[] = []
  let held: string[] = []
  let from = 0
  let end = 0
  for (const part of parts) {
    const start = text.indexOf(part, end)
    end = start + part.length
    if (held.length === 0) from = start
    if (leaning.test(part) && !paper.test(part)) {
      held.push(part)
      continue
    }
    // Only a shared 证明 is leant on: 钥匙、身份证 are two things.
    if (/证明$/u.test(bare(part))) joined.push(text.slice(from, end))
    else joined.push(...held, part)
    held = []
  }
  return [...joined, ...held]
}

/** Cuts where `cuts` says so at no depth of brackets; brackets that do not close are read as if they were not there. */
function cutOutsideBrackets(text: string, cuts: (sign: string) => boolean): string[] {
  const balanced = depthAfter(text) === 0
  const parts: string[] = []
  let depth = 0
  let part = ''
  for (const sign of text) {
    if (balanced && opening.includes(sign)) depth += 1
    if (balanced && closing.includes(sign)) depth -= 1
    if (depth === 0 && cuts(sign)) {
      parts.push(part)
      part = ''
    } else part += sign
  }
  return [...parts, part]
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
