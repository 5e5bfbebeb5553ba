import { villageHeads } from '../issuers/bodies.ts'
import type { Method } from './methods.ts'
import type { Language } from './wording.ts'

/** What is left of a name after one layer has been taken off, and the village that stood in it. */
export interface Peeled {
  readonly rule: Method
  readonly text: string
  readonly issuer?: string
}

const NUMBERING =
  /^(?:附件[0-9]{1,2})?(?:(?:附件|材料|要件|序号)[0-9一二三四五六七八九十]{1,3}[、.:]|[0-9]{1,3}(?:[.．][0-9]{1,3}){1,3}(?=[、.．]?\p{Script=Han})|第?[0-9一二三四五六七八九十百]{1,4}[项条、.．)）:：]|\([0-9一二三四五六七八九十百]{1,4}\)|[0-9]{1,3}(?=\p{Script=Han}))[、.．:：]*(.{2,})$/u
const ABOUT = /^(?:关于|有关|就)(.{2,40}?)的?((?:书面)?证明)$/u
const PROVES = /^(?:兹|特|现)?证明[:：,，]?(.{2,})$/u
const OF = /^(.{2,60}?)的(证明)$/u
const COPY = '各?(?:原件|复印件|扫描件|电子版|纸质版|正本|副本|一式[一二两三四]份|[一二两三壹0-9]{1,2}[份张])'
const COPIES = `${COPY}|[及和与或](?=${COPY})`
const TRAILING = new RegExp(
  `^(.*证明)(?:材料|文件|资料|文书|书|信|函|样本|样表|样式|模板|范本|格式|盖章|${COPIES})+$`,
  'u',
)
/** 身份证原件及复印件: a paper that is no 证明 has copies as well. */
const COPIED = new RegExp(`^(.+[证簿本照书])(?:${COPIES})+$`, 'u')
// 村 may also begin a word of the matter: 村民, 村务, 村级.
const VILLAGE_WORD = /^[民务级干医里庄镇集]/u
const BARE = /^(?:书面|相关|有关|情况|以上|此)?证明(?:材料|文件|书|信|函)?$/u

/** 1. 婚姻状况证明, （十二）婚姻状况证明, ① 婚姻状况证明 → 婚姻状况证明. */
export function withoutNumber(text: string): string | undefined {
  return NUMBERING.exec(text)?.[1]
}

/** What says that a paper is not asked for, before its name or in a bracket behind it. */
const WAIVED =
  /^(?:不需要?|不再(?:要求|由|需要?|须|提供|提交|出具|开具|索要)?|不得(?:再)?(?:要求|索要)?|不要求|不必|不用|无需|无须|毋需|取消|停止|免(?:于|予)?(?:提交|提供|出具|开具|交|收)|免提交)(?:再)?(?:提供|提交|出具|开具)?(.*)$/u
const WAIVER =
  /不再|不需|无需|无须|不要求|取消|免(?:于|予)?(?:提交|提供|出具|开具|交)|(?:承诺|核验|共享)(?:书|制)?(?:可?以?)?(?:代替|替代)|告知承诺|容缺/u

/** What is left of a name that says the paper is not demanded, or of a bracket that says so; undefined where it says no such thing. */
export function notDemanded(text: string): string | undefined {
  const [, rest] = WAIVED.exec(text) ?? []
  if (rest !== undefined) return rest === '' ? text : rest
  return !text.includes('证明') && WAIVER.test(text) ? text : undefined
}

const VERB = '(?:出具|开具|开出|开立|签发|核发|制发|颁发|盖章|盖公章|签章|签字盖章|签字|开来?)'
const WEAK_VERB = '(?:提供|办理|打印|确认|认定|核实|审核|出示|证实|审批|鉴定)'
const ISSUED_OF = new RegExp(`^(.{0,60}?(?:${VERB}|${WEAK_VERB}))的(.{2,})$`, 'u')
const ISSUED = new RegExp(`^(.{1,40}?)(?:${VERB}|${WEAK_VERB})(?!的)(.{3,})$`, 'u')
const SURE = new RegExp(`.${VERB}$`, 'u')
const BEHIND = /^(.+?证明)[:,]((?:由|需|须|应)?.{2,40})$/u

/** A name and who is said to issue it. `surely`: who stands there is the issuer, even if it is not known who that is. */
export interface Issued {
  readonly issuer: string
  readonly name: string
  readonly surely: boolean
}

/** 村委会出具并经乡镇政府盖章的收入证明, 由村委会出具收入证明 → who issues it, and the name. */
export function issuedBy(text: string): Issued | undefined {
  const [, by, what] = ISSUED_OF.exec(text) ?? []
  if (by && what) return { issuer: by, name: what, surely: SURE.test(by) }
  const [, body, name] = ISSUED.exec(text) ?? []
  return body && name?.includes('证明') ? { issuer: body, name, surely: false } : undefined
}

/** 收入证明:由居住地村委会开具 → who issues it, and the name. */
export function issuerBehind(text: string): Pick<Issued, 'issuer' | 'name'> | undefined {
  const [, name, issuer] = BEHIND.exec(text) ?? []
  return name && issuer ? { name, issuer } : undefined
}

const PREFIX = [...villageHeads.filter((word) => !/[长书记任员干计者人部]$/u.test(word)), '村里', '村部']
  .sort((a, b) => b.length - a.length)
  .join('|')
const VILLAGE = `(?:${PREFIX}|[一二三四五六七八九十0-9]{1,2}[组社队])`
const VILLAGE_BEFORE = new RegExp(
  `^(.{0,40}?(?<![非未不无][在到去由]?)${VILLAGE}(?:[和或及与、以者]{0,2}${VILLAGE}){0,4})(?![委会员小])(.{3,})$`,
  'u',
)

/** 柳湖镇某某村村民委员会亲属关系证明 → the village, and the name. */
function villageBefore(text: string): Issued | undefined {
  const [, issuer, name] = VILLAGE_BEFORE.exec(text) ?? []
  if (!issuer || !name || BARE.test(name)) return undefined
  if (/村$/u.test(issuer) && VILLAGE_WORD.test(name)) return undefined
  return { issuer, name, surely: true }
}

/** Takes the outermost layer off a certificate's name: …证明材料, 关于…的证明, 用于…的…, 请提供…, …村委会出具的…, …的证明, 证明…. */
export function peel(text: string, language: Language): Peeled | undefined {
  const trailing = (TRAILING.exec(text) ?? COPIED.exec(text))?.[1]
  if (trailing) return { rule: 'trailing', text: trailing }
  const [, about, proof] = ABOUT.exec(text) ?? []
  if (about && proof) return { rule: 'wrapper', text: `${about}${proof}` }
  const purpose = language.purposePrefix.exec(text)?.[1]
  if (purpose) return { rule: 'wrapper', text: purpose }
  const asked = language.asking.exec(text)?.[1]
  if (asked) return { rule: 'wrapper', text: asked }
  const issued = language.issuers ? villageBefore(text) : undefined
  if (issued) return { rule: 'issuer', text: issued.name, issuer: issued.issuer }
  const [, matter, of] = OF.exec(text) ?? []
  if (matter && of) return { rule: 'wrapper', text: `${matter}${of}` }
  const proven = PROVES.exec(text)?.[1]
  if (proven) return { rule: 'wrapper', text: proven.endsWith('证明') ? proven : `${proven}证明` }
  return undefined
}
