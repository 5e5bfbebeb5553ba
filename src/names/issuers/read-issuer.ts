import { simplified } from '../normalise/script.ts'
import {
  brigades,
  committees,
  noVillages,
  openHeads,
  openWords,
  otherHeads,
  unclearWholes,
  villageHeads,
} from './bodies.ts'

/**
 * Who is to issue a paper. village: a villagers' or residents' committee, its parts and those who act for it; other: somebody else;
 * mixed: the village is one choice among others; unclear: named, and not understood; none: nobody is named.
 */
export const issuerReadings = ['village', 'other', 'mixed', 'unclear', 'none'] as const
export type IssuerReading = (typeof issuerReadings)[number]

/** An issuer as it was written and what it was read as. */
export interface NamedIssuer {
  readonly written: string
  readonly reading: IssuerReading
}

const NOBODY =
  /^(?:[\p{P}\p{S}\p{N}\s]*|无|没有|空|不详|未知|未填|暂无|待定|不限|其他|其它|同上|见附件|详见.*|见.*说明|none|null|undefined|nan|n\/?a|other|(?:[0-9一二两三]+[份张页])?(?:原件|复印件|扫描件|正本|副本|电子版?|电子件|电子证照|电子材料|纸质|纸质版|纸质件|照片|必要|非必要|必备|容缺|[0-9一二两三]+[份张页]|原件[及和与或、/]?复印件)+[0-9一二两三份张页]*|.*\d{4}[-年./]\d{1,2}.*|(?:(?:由|请)?(?:申请人|申请者|本人|个人|自然人|群众|当事人|办事人)?(?:自备|自行准备|自行提供|自行提交|提供|提交|填写|自行填写|准备|自制)?|(?:申请单位|企业)(?:自备|自行准备|自行提供|自行提交|提交|填写|自行填写|准备|自制)))$/iu
const NOT_DEMANDED =
  /不(?:再|用|必|得|需要?|须|要求|应)(?!.*(?:盖章|公证))|无需|无须|毋需|取消|免(?:于|予)?(?:提交|提供|出具|开具|除)|承诺(?:书|制)?(?:代替|替代)|告知承诺/u
const ISSUES =
  /(?:出具|开具|开立|开出|签发|核发|制发|颁发|出示|提供|办理|打印|[出开])(?=$|的|并|后|或|、|，|,|；|;|相关|证明|书面)/u
const STAMPS = /(?:加?盖(?:村委会|居委会|单位)?(?:公章|印章|章)|签章|签字盖章|签署意见|签字)/u
const CONFIRMS = /(?:核实|审核|核准|确认|审批|批准|同意|见证|鉴证|备案|核验|复核|审查|监督|签署|认定|认证|证实)/u
const AFTER_HEAD =
  /(?:的|等|等出具|(?:负责)?(?:出具|开具|开立|开出|签发|核发|制发|颁发|提供|办理|打印|[出开])(?:的)?(?:书面)?(?:证明|材料|意见|文件)*|加?盖(?:公章|印章|章)|公章|印章|签章|签字|签名|核实|审核|确认|意见|证明|书面|负责|工作人员|负责人|领导|[各任]一|之一|\p{P})+$/u
const BEFORE = /^(?:由|经|需|须|应|并|让|请|找|到|去|向|或|在|以及|及|和|与|其中|可|可以|必须|凭|持)+/u
const CHOICE = /或者|或|[、/|;；\n]|二选一|任一/u
const PARTS = /(?:或者|或|以及|[、,;/|\n+]|并(?=[由经需须]))/u
/** Joins two bodies, and also stands within the name of one: 人力资源和社会保障局. */
const AND = /(?<=.)[和及与](?=.)/u
/** A bracket that only offers the other word for the village: 村(居)委会, 村(社区), 乡镇(街道). */
const OTHER_WORD = /\((?:居|村|社区|居民|村民|社|街道|镇|乡|居委会|村委会|牧|嘎查|场|队)\)/gu
const BRACKET = /\(([^()]*)\)/gu

/** What a phrase is by the word that it ends in; undefined where no word is known. */
function longestEnd(phrase: string, words: readonly string[]): number {
  return words.reduce((longest, word) => (word.length > longest && phrase.endsWith(word) ? word.length : longest), 0)
}

function isOpen(phrase: string): boolean {
  const head = openHeads.find((word) => phrase.endsWith(word))
  if (head === undefined) return false
  const rest = phrase.slice(0, -head.length)
  if (
    head === '单位' &&
    !['证明', '出具', '开具', '相关', '有关', '发证', '主管', '上级', '行政', '其他'].includes(rest)
  )
    return false
  return (
    rest === '' ||
    openWords.includes(rest) ||
    openWords.some((word) => rest.endsWith(word) && openWords.includes(rest.slice(0, -word.length)))
  )
}

/** 非医院, 除派出所外: who it is not. */
const NOT_SOME = /^(?:非|除|不是|无)/u
/** The place of a numbered group, as in 柳湖村三组, 五社; undefined where it is none. */
const NUMBERED = /^(.*?)(?:第?[一二三四五六七八九十百甲乙丙丁\d]{1,3})(?:[组社队]|村民组|居民组|小组|生产队)$/u

function readPhrase(phrase: string): 'village' | 'other' | 'unclear' {
  if (NOT_SOME.test(phrase)) return 'unclear'
  if (unclearWholes.includes(phrase) || isOpen(phrase)) return 'unclear'
  if (noVillages.some((word) => phrase.endsWith(word))) return 'other'
  const [, before] = NUMBERED.exec(phrase) ?? []
  if (before !== undefined) return before !== '' && readPhrase(before) === 'other' ? 'other' : 'village'
  const village = longestEnd(phrase, villageHeads)
  const other = Math.max(longestEnd(phrase, otherHeads), longestEnd(phrase, openHeads))
  if (village > other) {
    const rest = phrase.slice(0, -village)
    const head = phrase.slice(-village)
    if (/队$|长$/u.test(head) && (brigades.test(rest) || (rest !== '' && readPhrase(rest) === 'other'))) return 'other'
    return 'village'
  }
  if (other > 0) return 'other'
  return committees.some((word) => phrase.includes(word)) ? 'village' : 'unclear'
}

/** A part of an issuer between commas and conjunctions, and what it does. */
interface Clause {
  readonly reading: 'village' | 'other' | 'unclear'
  readonly does: 'issues' | 'stamps' | 'confirms' | undefined
}

function clauseOf(part: string): Clause | undefined {
  const does = ISSUES.test(part)
    ? 'issues'
    : STAMPS.test(part)
      ? 'stamps'
      : CONFIRMS.test(part)
        ? 'confirms'
        : undefined
  let phrase = part
  for (let rest = ''; rest !== phrase; ) {
    rest = phrase
    phrase = phrase.replace(BEFORE, '').replace(AFTER_HEAD, '')
  }
  return phrase === '' ? undefined : { reading: readPhrase(phrase), does }
}

/** Who issues decides, not who stamps or confirms; those named before a verb without one of their own share it. */
function whoIssues(clauses: readonly Clause[]): readonly Clause[] {
  const shared = clauses.map((clause, at) =>
    clause.does ? clause : { ...clause, does: clauses.slice(at).find((later) => later.does)?.does },
  )
  for (const does of ['issues', undefined, 'stamps'] as const) {
    const those = shared.filter((clause) => clause.does === does)
    if (those.length > 0) return those
  }
  return clauses
}

/** Reads who is named as the issuer of a paper, in a parameter, a column or within a name. Linear in the length of the text. */
export function readIssuer(written: string): IssuerReading {
  const text = simplified(written.normalize('NFKC'))
    .replace(/\s*\n\s*/gu, '\n')
    .replace(/[^\S\n]+/gu, '')
    .replace(/[《》“”"'‘’【】[\]]/gu, '')
    .toLowerCase()
  if (NOBODY.test(text)) return 'none'
  if (NOT_DEMANDED.test(text)) return 'unclear'
  const english = /(?:village|villagers'?|residents'?|neighbou?rhood)(?:committee|council)/u.test(text)
  if (english) return 'village'
  const inline = text.replace(OTHER_WORD, '')
  const outside = inline.replace(BRACKET, '')
  const inside = [...inline.matchAll(BRACKET)].map(([, content = '']) => content)
  const read = readParts(outside)
  if (read !== 'unclear') return read
  for (const content of inside) {
    const other = readParts(content)
    if (other !== 'unclear') return other
  }
  return 'unclear'
}

/** The bodies that 和 joins; what is none by itself belongs to the name that follows. */
function joined(part: string): string[] {
  const [first = '', ...others] = part.split(AND)
  const bodies = [first]
  for (const other of others) {
    const last = bodies.at(-1) as string
    const known = isOpen(last) || clauseOf(last)?.reading !== 'unclear'
    if (known) bodies.push(other)
    else bodies[bodies.length - 1] = `${last}和${other}`
  }
  return bodies
}

function readParts(text: string): IssuerReading {
  const clauses = text
    .split(PARTS)
    .flatMap(joined)
    .map(clauseOf)
    .filter((clause) => clause !== undefined)
  const deciding = whoIssues(clauses)
  const has = (reading: Clause['reading']) => deciding.some((clause) => clause.reading === reading)
  if (has('village')) {
    if (!has('other') && !has('unclear')) return 'village'
    return CHOICE.test(text) || has('unclear') ? 'mixed' : 'village'
  }
  return has('other') && !has('unclear') ? 'other' : 'unclear'
}

/**
 * Whether a bracket behind a name speaks of who issues it: (住院), (住所) and (市场) end as bodies do, and say something else. A body
 * by a word of its own, or any that does something.
 */
export function saysWhoIssues(content: string): boolean {
  const phrase = content.replace(/[()]/gu, '')
  return (
    ISSUES.test(phrase) ||
    STAMPS.test(phrase) ||
    CONFIRMS.test(phrase) ||
    longestEnd(phrase, villageHeads) > 0 ||
    /局$/u.test(phrase) ||
    longestEnd(phrase, otherHeads) > 1
  )
}

/** Whether a text names somebody who seals or confirms, and nobody who issues. */
export const onlySeals = (text: string) => !ISSUES.test(text) && (STAMPS.test(text) || CONFIRMS.test(text))

/** Whether an issuer so read is, or may be by choice, a village. */
export const namesVillage = (reading: IssuerReading) => reading === 'village' || reading === 'mixed'

const VILLAGE_WORDS = /村|大队|生产队|小队|嘎查|牧|village/u
const COMMUNITY_WORDS = /居|社区|街坊|resident|neighbou?rhood/u

/** The kind of committee that an issuer names which is read as a village; undefined where it names both (村居, 李村社区) or neither (自治组织). */
export function committeeNamed({ written, reading }: NamedIssuer): 'village' | 'community' | undefined {
  if (reading !== 'village') return undefined
  const text = simplified(written.normalize('NFKC')).toLowerCase()
  const village = VILLAGE_WORDS.test(text)
  if (village === COMMUNITY_WORDS.test(text)) return undefined
  return village ? 'village' : 'community'
}
