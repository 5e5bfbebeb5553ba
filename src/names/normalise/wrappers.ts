import type { Method } from './methods.ts'
import type { Language } from './wording.ts'

/** What is left of a name after one layer has been taken off, or the finding that somebody else is named as issuer. */
export type Peeled = { readonly rule: Method; readonly text: string } | { readonly rule: 'elsewhere' }

const NUMBERING =
  /^(?:附件\d{1,2})?(?:[0-9]{1,3}(?:[.．][0-9]{1,3}){1,3}(?=[、.．]?\p{Script=Han})|第?[0-9一二三四五六七八九十百]{1,4}[项条、.．)）:：]|\([0-9一二三四五六七八九十百]{1,4}\)|[0-9]{1,3}(?=\p{Script=Han}))[、.．:：]*(.{2,})$/u
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

/** 村委会出具的婚姻状况证明, 柳湖镇某某村村民委员会亲属关系证明 → the name; 派出所出具的… → elsewhere, which is no village. */
function withoutIssuer(text: string, language: Language): Peeled | undefined {
  const [, , bodies, verb, rest] = language.issuer?.exec(text) ?? []
  if (bodies === undefined || rest === undefined || BARE.test(rest)) return undefined
  if (!verb && /村$/u.test(bodies) && VILLAGE_WORD.test(rest)) return undefined
  if (language.namesVillage.test(bodies)) return { rule: 'issuer', text: rest }
  return verb ? { rule: 'elsewhere' } : undefined
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
  const issued = withoutIssuer(text, language)
  if (issued) return issued
  const [, matter, of] = OF.exec(text) ?? []
  if (matter && of) return { rule: 'wrapper', text: `${matter}${of}` }
  const proven = PROVES.exec(text)?.[1]
  if (proven) return { rule: 'wrapper', text: proven.endsWith('证明') ? proven : `${proven}证明` }
  return undefined
}
