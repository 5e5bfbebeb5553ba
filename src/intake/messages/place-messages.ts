import { type Said, say } from '../../documents/message.ts'
import { type Effect, Kind, type Sentence } from '../../lists/terms.ts'
import { type Doubt, doubt, flag, type Way } from './doubt.ts'

/** Sentences about the list of a place that a file is to become. */

export const unknownPlace = (code: string): Said =>
  say(
    'unknown-place',
    `行政区划代码 ${code} 不在数据之内；可用 qingdan places 名称 查找。`,
    `Region ${code} is not in the data; look for it with qingdan places NAME.`,
  )

export const replacedPlace = (code: string, name: string, to: readonly string[]): Said =>
  say(
    'replaced-place',
    `行政区划代码 ${code}（${name}）已被取代，请改用 ${to.join('、')}。`,
    `Region ${code} (${name}) was replaced; use ${to.join(', ')}.`,
  )

const ask = (code: string, zh: string, en: string, ways: readonly Way[], text?: string): Doubt =>
  doubt(code, { text }, zh, en, ways)

export const noTitle = () =>
  ask('no-list-title', '文件没有印出清单的标题', 'the file prints no title of a list', [
    flag('--title', '写明标题', 'to give it', '〔清单标题〕'),
  ])

/** What the lists of each kind are of. */
export const kindWords: Readonly<Record<Kind, Sentence>> = {
  certificate: { zh: '证明', en: 'certificates' },
  signboard: { zh: '牌子', en: 'boards' },
  task: { zh: '工作事务', en: 'tasks' },
}

export const noKind = (title: string | undefined) =>
  ask(
    'no-kind',
    '看不出是哪一类清单（证明、牌子还是工作事务）',
    'it does not say which kind of list it is (certificates, boards or tasks)',
    Kind.enum.map((kind) => flag('--kind', kindWords[kind].zh, kindWords[kind].en, kind)),
    title,
  )

const EFFECT_WAYS: Readonly<Record<Effect, Way>> = {
  prohibits: flag('--effect', '不应要求', 'must not be asked for', 'prohibits'),
  permits: flag('--effect', '可以', 'may be', 'permits'),
  own_duty: flag('--effect', '依法履行的职责', 'a duty of its own', 'own_duty'),
  assists: flag('--effect', '协助的工作', 'work in which it assists', 'assists'),
}

export const noEffect = (title: string | undefined, possible: readonly Effect[]) =>
  ask(
    'no-effect',
    '看不出列入清单是什么意思，或两者都有',
    'it does not say what it means to stand on the list, or says two things',
    possible.map((effect) => EFFECT_WAYS[effect]),
    title,
  )

export const wrongEffect = (possible: readonly Effect[]) =>
  ask(
    'wrong-effect',
    '这类清单没有这种含义',
    'a list of this kind cannot mean that',
    possible.map((effect) => EFFECT_WAYS[effect]),
  )

export const noIssuer = () =>
  ask('no-issuer', '文件没有印出发文机关，或印出几个', 'the file prints no issuer, or several', [
    flag('--issuer', '写明发文机关', 'to give it', '〔机关全称〕'),
  ])

export const noDate = () =>
  ask('no-date', '文件没有印出印发日期，或印出几个', 'the file prints no date of issue, or several', [
    flag('--issued', '写明日期', 'to give it', '〔YYYY-MM-DD〕'),
    flag('--issued', '确实不详', 'if nobody knows it', 'unknown'),
  ])

export const monthOnly = (month: string) =>
  ask(
    'month-only',
    '印发日期只印到月，不知道从哪一天起适用',
    'the date of issue is a month, and the first day of the list is not known',
    [flag('--from', '写明起始日期', 'to give it', '〔YYYY-MM-DD〕')],
    month,
  )

export const heldUnder = (held: string, id: string, other: string) =>
  ask('held-under', `这个地方已有同类清单 ${held}`, `the place has such a list already, ${held}`, [
    flag('--id', '确是另一份清单', 'if this is another list', other),
    flag('--list', `就是它的新文本（不用 --region）`, 'if this is its text (without --region)', id),
  ])

export const idTaken = (held: string) =>
  ask('id-taken', `标识已用于另一份清单 ${held}`, `the id is that of another list, ${held}`, [
    flag('--id', '另取标识', 'to give another', '〔标识〕'),
  ])

export const otherBatch = (held: string, printed: string) =>
  ask('other-batch', `现有清单是${held}，文件是${printed}`, `the list held is ${held}, the file is ${printed}`, [
    flag('--add', '增补到现有清单', 'to add it to the list held'),
    flag('--accept-loss', '整份替换', 'to replace the list'),
  ])

export const otherPlaceThan = (
  text: string,
  foreign: string,
  here: { readonly code: string; readonly name: string },
  above: string | undefined,
) =>
  ask(
    'other-place',
    `文件写的是“${foreign}”，而 --region 是${here.name}（${here.code}）${above ? `；是${foreign}的清单的，用 --region ${above}` : ''}`,
    `the file names ${foreign}, and --region is ${here.name} (${here.code})${above ? `; a list of ${foreign} goes with --region ${above}` : ''}`,
    [flag('--accept-annex', '确认无误', 'if it is right')],
    text,
  )

const FIELD = {
  title: { zh: '标题', en: 'title' },
  number: { zh: '文号', en: 'number' },
  issuer: { zh: '发文机关', en: 'issuer' },
  issued: { zh: '印发日期', en: 'date of issue' },
} as const satisfies Record<string, Sentence>

/** What a document says of how it was read: from which file, and what a person added. */
export function readFrom(
  file: string,
  facts: { readonly [field in keyof typeof FIELD]?: { readonly place?: unknown } },
): Sentence {
  const fields = Object.keys(FIELD) as (keyof typeof FIELD)[]
  const given = fields.filter((field) => facts[field] && facts[field].place === undefined).map((field) => FIELD[field])
  if (given.length === 0) return { zh: `据导入的文件“${file}”。`, en: `From the imported file "${file}".` }
  return {
    zh: `据导入的文件“${file}”；${given.map(({ zh }) => zh).join('、')}由导入者写明。`,
    en: `From the imported file "${file}"; ${given.map(({ en }) => en).join(', ')} given by whoever imported it.`,
  }
}

export const byImportAt = (file: string, region: string) =>
  say(
    'by-import',
    `这些是 qingdan import 的选项：加上选项运行 qingdan import ${file} --region ${region}，写入清单文件，再把附件移出附件文件夹（见 docs/your-county.zh-CN.md）。`,
    `These are options of qingdan import: run qingdan import ${file} --region ${region} with them, which writes the list file, and take the annex out of the folder of annexes (docs/your-county.zh-CN.md).`,
  )

export const sameListTwice = (other: string, id: string) =>
  say('same-list', `${other} 也是清单 ${id}；请只留一个。`, `${other} is for list ${id} too; leave one of them.`)
